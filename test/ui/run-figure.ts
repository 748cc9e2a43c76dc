import { html, type TemplateResult } from 'lit';
import type { Run, Shop, Watch } from '../../src/shop/index.js';
import { RunElement } from '../../src/ui/playback/run-element.js';
import { hash } from '../engine/scenario.mjs';
import { eventLog } from '../shop/helpers.js';
import { drawn, figures } from '../helpers.js';

/** The least figure that plays a run: it keeps all that happens, and says how much that is. */
export class RunFigure extends RunElement {
  static override readonly tag: string = 'obs-test-run';
  drawings = 0;
  word = 'calm';
  #watch: Watch<{ readonly lines: readonly string[] }> | undefined;

  /** Everything that happened in the run until now. */
  get lines(): readonly string[] {
    return this.#watch?.current.lines ?? [];
  }

  override watch(run: Run): readonly { end(): void }[] {
    const watch = run.watch((shop: Shop) => ({ lines: eventLog(shop) }));
    this.#watch = watch;
    return [watch];
  }

  protected override draw(): void {
    this.drawings++;
  }

  protected override isAlarming(): boolean {
    return false;
  }

  protected override situation(): string {
    return this.word;
  }

  protected override derive(): void {}

  protected override defaultHeading(): string {
    return 'A run';
  }

  protected override sentence(): string {
    return `It is *${this.word}* at ${this.currentTime}.`;
  }

  protected override renderStage(): TemplateResult {
    return html`<p>${this.lines.length}</p>`;
  }

  protected override renderControls(): TemplateResult {
    return this.renderPlayback();
  }

  override exportData(): string {
    return this.lines.join('\n');
  }
}

RunFigure.define();

/** Figures of this markup, drawn, each with its run at the time that it shows first. `<obs-test-run rate="20" …>` */
export async function runFigures(markup: string): Promise<RunFigure[]> {
  const found = await figures(markup);
  const runs = found.filter((figure): figure is RunFigure => figure instanceof RunFigure);
  for (const figure of runs) await settled(figure);
  return runs;
}

/** One figure, with these attributes. */
export async function runFigure(attributes: string = ''): Promise<RunFigure> {
  const [figure] = await runFigures(`<obs-test-run ${attributes}></obs-test-run>`);
  return figure!;
}

/** Resolves when the run is where the figure says it is, and that is on the screen. */
export async function settled(figure: RunFigure): Promise<void> {
  await drawn(figure);
  await figure.playback.settled;
  await drawn(figure);
}

export function button(figure: RunElement, label: string): HTMLButtonElement {
  const buttons = [...figure.shadowRoot!.querySelectorAll('button')];
  return buttons.find(({ textContent }) => textContent.trim().startsWith(label))!;
}

/** What happened, short enough to be compared in a message: how much, and a hash of it all. */
export function print(lines: readonly string[]): string {
  return `${lines.length} lines, ${hash(lines.join('\n'))}`;
}
