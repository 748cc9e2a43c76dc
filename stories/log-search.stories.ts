import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/log-search/log-search.define.js';
import '../src/i18n/de/index.js';
import type { ObsLogSearch } from '../src/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  question?: 'payments' | 'five-hundred' | 'slow' | 'user' | 'request' | 'warnings';
  lines?: '10000' | '100000' | '1000000';
  text?: string;
  query?: string;
  trace?: string;
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Log search',
  component: 'obs-log-search',
  args: { lines: '10000' },
  render: (args) =>
    html`<obs-log-search
      question=${args.question ?? nothing}
      lines=${args.lines ?? nothing}
      text=${args.text ?? nothing}
      query=${args.query ?? nothing}
      trace=${args.trace ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-log-search>`,
};

export default meta;

type Story = StoryObj<Args>;

/** Waits until the log is made and searched. */
const searched: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await canvasElement.querySelector<ObsLogSearch>('obs-log-search')?.ready;
};

/** The lesson's question: which payments over $100 failed? Text finds every failed payment, whatever it cost. */
export const FailedPayments: Story = { args: { lines: '100000' }, play: searched };

/** "500" matches prices, durations and customers. */
export const FiveHundred: Story = { args: { question: 'five-hundred', lines: '100000' }, play: searched };

/** A regular expression that has the price right is right: text is not always wrong, it is always work. */
export const ARegularExpression: Story = { args: { text: '/amount=\\$[1-9]\\d\\d/' }, play: searched };

/** Between 5,000 and 9,999 there is more than five seconds: an expression for a range misses what is longer. */
export const ARangeAsAPattern: Story = { args: { question: 'slow' }, play: searched };

/** One customer's number, five digits long, is found by text as well. */
export const WhereTextIsRight: Story = { args: { question: 'user' }, play: searched };

/** Every line of one request, from every service: text has no trace id to look for. */
export const FollowTheRequest: Story = { args: { question: 'request', open: 'request' }, play: searched };

/** WARN is worse than INFO to a query; to text it is four letters. */
export const WarnOrWorse: Story = { args: { question: 'warnings', lines: '100000' }, play: searched };

/** Where the query goes wrong, and what was expected there. */
export const AWrongQuery: Story = { args: { query: 'level=ERROR AND (amount>' }, play: searched };

/** A pattern that would hold up a backtracking engine for years is answered, or given up, and the page goes on. */
export const ACatastrophicPattern: Story = { args: { text: '/(x+x+)+y/' }, play: searched };

/** Fields with their counts; a value joins the query at a click. */
export const Fields: Story = { args: { open: 'fields' }, play: searched };

/** The same query for other systems. */
export const OtherLanguages: Story = {
  args: { open: 'dialects', query: 'level>=WARN AND duration_ms>5000' },
  play: searched,
};

/** What no log may hold. */
export const WhatMustNotBeThere: Story = { args: { open: 'secrets' }, play: searched };

/** The index is not free. */
export const WhatTheIndexCosts: Story = { args: { open: 'cost' }, play: searched };

/** A log of the reader's own, with a line that is none. */
export const YourOwnLog: Story = {
  args: { open: 'own' },
  play: async ({ canvasElement }) => {
    const figure = canvasElement.querySelector<ObsLogSearch>('obs-log-search');
    figure?.openLog(
      [
        '{"time":"2026-01-01T10:00:00Z","level":"ERROR","service":"cart","msg":"stock is gone","trace_id":"a1"}',
        'time=2026-01-01T10:00:01Z level=info service=mail msg="sent to jo@example.com" trace_id=a1',
        'Segmentation fault',
      ].join('\n'),
      'cart.log',
    );
    await figure?.ready;
  },
};

/** Four figures of one system: from the alert to its chart, a request, its span, its log lines, and the deploy that did it. */
export const OneSystem: Story = {
  render: () =>
    html`<obs-live-dashboard system="shop" at="720"></obs-live-dashboard>
      <obs-golden-signals system="shop" service="api-gateway"></obs-golden-signals>
      <obs-trace-viewer system="shop"></obs-trace-viewer>
      <obs-log-search system="shop"></obs-log-search>`,
};

/** Where nothing plays the system that it follows, it says so. */
export const AwaitingItsSystem: Story = { render: () => html`<obs-log-search system="nobody"></obs-log-search>` };

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { 'no-controls': true }, play: searched };

/** On a dark page. */
export const Dark: Story = {
  args: { theme: 'dark', question: 'slow' },
  globals: { backgrounds: { value: 'dark' } },
  play: searched,
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { open: 'request' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
  play: searched,
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', open: 'secrets cost' }, play: searched };
