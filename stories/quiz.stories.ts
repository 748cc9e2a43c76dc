import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import '../src/simulations/quiz/quiz.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  topic?: string;
  seed?: string | number;
  answers?: string;
  at?: number;
  heading?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

function quiz(args: Args, content: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<obs-quiz
    topic=${args.topic ?? nothing}
    seed=${args.seed ?? nothing}
    answers=${args.answers ?? nothing}
    at=${args.at ?? nothing}
    heading=${args.heading ?? nothing}
    theme=${args.theme ?? nothing}
    lang=${args.lang ?? nothing}
    ?no-controls=${args['no-controls'] ?? false}
    >${content}</obs-quiz
  >`;
}

const meta: Meta<Args> = {
  title: 'Elements/Quiz',
  component: 'obs-quiz',
  render: (args) => quiz(args),
};

export default meta;

type Story = StoryObj<Args>;

/** All fourteen questions, from the three pillars to the launch. */
export const AllQuestions: Story = { args: {} };

/** Two questions on objectives: what is left on day 15, and what two parts in series can promise. */
export const OneTopic: Story = { args: { topic: 'slo' } };

/** Another seed, other figures: each class can have its own. */
export const OtherFigures: Story = { args: { topic: 'slo', seed: 2024 } };

/** Answered, with the reason. */
export const Answered: Story = { args: { answers: 'a b a b', at: 4 } };

/** Several answers are right, and one of them was missed. */
export const SeveralRight: Story = { args: { topic: 'launch', answers: 'abd' } };

/** The end: the score, and each question with what was answered. */
export const Finished: Story = { args: { answers: 'a b a b c a b a b c ab a b abc', at: 15 } };

/** The author's own question, which makes sense without the script. */
export const OwnMarkup: Story = {
  args: { heading: 'One question' },
  render: (args) =>
    quiz(
      args,
      html`<section>
        <p>What wakes the one on call?</p>
        <ol>
          <li data-right>A symptom <small>Users feel it.</small></li>
          <li>A cause <small>Perhaps nobody feels it.</small></li>
        </ol>
        <p>Page on symptoms.</p>
      </section>`,
    ),
};

/** The author's own questions as data; markup in it is text. */
export const OwnJson: Story = {
  args: { heading: 'From JSON' },
  render: (args) =>
    quiz(
      args,
      html`<script type="application/json">
        [
          {
            "question": "Which element holds a paragraph?",
            "answers": [
              { "text": "<p>", "right": true, "why": "It closes itself before a block." },
              { "text": "<b>", "why": "It marks words." }
            ],
            "why": "What stands here is text, never markup."
          },
          {
            "question": "Which are pillars of observability?",
            "answers": [
              { "text": "Metrics", "right": true },
              { "text": "Dashboards", "why": "They show the pillars." },
              { "text": "Traces", "right": true }
            ]
          }
        ]
      </script>`,
    ),
};

/** What cannot be read is explained in its place. */
export const WrongInput: Story = {
  args: { seed: 'abc' },
  render: (args) =>
    quiz(
      args,
      html`<section>
        <p>Which?</p>
        <ol>
          <li>None is marked as right.</li>
          <li>Nor is this.</li>
        </ol>
      </section>`,
    ),
};

/** A picture for an article: question and answers, and nothing to press. */
export const WithoutControls: Story = { args: { at: 6, 'no-controls': true } };

/** On a dark page. */
export const Dark: Story = {
  args: { answers: 'a b a b', at: 4, theme: 'dark' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { at: 6 },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', answers: '- - - - - b', at: 6 } };
