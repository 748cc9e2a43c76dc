import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit/html.js';
import type { ObsElement } from '../../src/ui/element/obs-element.js';
import { RunElement } from '../../src/ui/playback/run-element.js';
import { drawn, expectNoGarbage, place, root, sentence, violations } from '../helpers.js';

type Render = (args: Readonly<Record<string, unknown>>, context: object) => TemplateResult;
type Decorator = (story: () => TemplateResult, context: object) => TemplateResult;

interface Story {
  readonly args?: Readonly<Record<string, unknown>>;
  readonly render?: Render;
  readonly decorators?: readonly Decorator[];
  readonly play?: (context: object) => Promise<void> | void;
}

interface StoryFile {
  readonly default: Story & { readonly component: string; readonly title: string };
  readonly [story: string]: Story;
}

/** A story's markup, within its own decorators and then its file's, as Storybook nests them. */
function markup(meta: Story, story: Story): TemplateResult {
  const args = { ...meta.args, ...story.args };
  const draw = story.render ?? meta.render!;
  const decorators = [...(story.decorators ?? []), ...(meta.decorators ?? [])];
  return decorators.reduce<() => TemplateResult>(
    (inner, decorator) => () => decorator(inner, { args }),
    () => draw(args, { args }),
  )();
}

/** Registers a test for each story of a file. */
export function storiesOf(file: object): void {
  const { default: meta, ...stories } = file as StoryFile;
  describe(`stories of ${meta.title}`, () => {
    it('are of an element that is registered', () => {
      expect(customElements.get(meta.component)).to.be.a('function');
    });

    for (const [name, story] of Object.entries(stories)) {
      it(`shows ${name} as it is meant to be, to everyone`, async () => {
        document.documentElement.lang = 'en';
        const canvas = place();
        render(markup(meta, story), canvas);
        await customElements.whenDefined(meta.component);
        const element = canvas.querySelector<ObsElement>(meta.component)!;
        await drawn(element);
        // A story may begin in the middle of a run, which has to get there.
        if (element instanceof RunElement) await element.playback.settled;
        await drawn(element);
        await story.play?.({ canvasElement: canvas, args: { ...meta.args, ...story.args } });
        await drawn(element);
        expect(sentence(element)).not.to.equal('');
        for (const attribute of Object.keys(story.args ?? {})) {
          expect(element.settings.names).to.include(property(attribute));
        }
        expectNoGarbage(element);
        expect(await violations(root(element).host)).to.deep.equal([]);
      });
    }
  });
}

/** `spent-unit` as `spentUnit`. */
function property(attribute: string): string {
  return attribute.replace(/-./g, (dash) => dash.charAt(1).toUpperCase());
}
