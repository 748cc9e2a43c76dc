import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/golden-signals/golden-signals.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  scenario?: 'quiet' | 'slow-query-night' | 'one-queue';
  seed?: string;
  rate?: number;
  actions?: string;
  at?: number;
  'playback-rate'?: number;
  service?: string;
  'latency-objective'?: string | number;
  'error-objective'?: string | number;
  requests?: 'all' | 'served' | 'failed';
  'scrape-seconds'?: string;
  'range-seconds'?: string;
  mean?: boolean;
  'session-requests'?: number;
  boundary?: number;
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Golden signals',
  component: 'obs-golden-signals',
  render: (args) =>
    html`<obs-golden-signals
      scenario=${args.scenario ?? nothing}
      seed=${args.seed ?? nothing}
      rate=${args.rate ?? nothing}
      actions=${args.actions ?? nothing}
      at=${args.at ?? nothing}
      playback-rate=${args['playback-rate'] ?? nothing}
      service=${args.service ?? nothing}
      latency-objective=${args['latency-objective'] ?? nothing}
      error-objective=${args['error-objective'] ?? nothing}
      requests=${args.requests ?? nothing}
      scrape-seconds=${args['scrape-seconds'] ?? nothing}
      range-seconds=${args['range-seconds'] ?? nothing}
      ?mean=${args.mean ?? false}
      session-requests=${args['session-requests'] ?? nothing}
      boundary=${args.boundary ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-golden-signals>`,
};

export default meta;

type Story = StoryObj<Args>;

const SPIKE = '60 traffic-spike factor=3 seconds=120';

/** Before anything happens: press Play, then disturb the service. */
export const Begin: Story = {};

/** A quiet night: 45 % of the processors are busy, p99 is far below its objective. */
export const Quiet: Story = { args: { at: 120 } };

/** Three times the traffic: those who wait are first to be seen, then the p99, and half a minute later the rejected. */
export const TrafficSpike: Story = { args: { actions: SPIKE, at: 105 } };

/** Five seconds into the spike: the queue is long, the p99 rises, and nothing has failed yet. */
export const SaturationLeads: Story = { args: { actions: SPIKE, at: 66 } };

/** The card processor takes ten times as long: slow, and nothing here is full. */
export const SlowDependency: Story = {
  args: { actions: '60 slow-dependency service=card-processor factor=10 seconds=120', at: 75 },
};

/** Payments take twenty times as long: all workers wait for them, the processors are idle, and who comes is rejected. */
export const WorkersThatWait: Story = {
  args: { actions: '60 slow-dependency service=payment-service factor=20 seconds=120', at: 110 },
};

/** Payments are gone: what fails, fails fast, and makes the service look quicker than it is. */
export const Outage: Story = {
  args: { actions: '60 dependency-outage service=payment-service seconds=120', at: 110, open: 'data' },
};

/** The same moment, the latency of the failed requests alone: a fast failure is not fast. */
export const FastFailures: Story = {
  args: { actions: '60 dependency-outage service=payment-service seconds=120', at: 110, requests: 'failed' },
};

/** A release that throws, one instance after the other; the processors have less to do than before. */
export const BadDeploy: Story = { args: { actions: '60 bad-deploy', at: 110 } };

/** Two of three instances are gone, four more come a minute after somebody has asked for them. */
export const LostCapacityAndHelp: Story = {
  args: {
    actions: '60 lost-capacity service=order-service; 75 scale-out service=order-service instances=4',
    at: 180,
  },
};

/** One queue, four workers, a fifth more traffic again and again: the measured points climb the knee. */
export const TheKnee: Story = {
  args: {
    scenario: 'one-queue',
    rate: 16,
    actions: '60 campaign share=0.4; 120 campaign share=0.4; 180 campaign share=0.3',
    at: 240,
    'range-seconds': '30',
    open: 'knee',
  },
};

/** The mean beside the percentiles: in a session of twenty requests, 18.2 % of users meet the slowest hundredth. */
export const TheAverageLies: Story = { args: { at: 120, mean: true, open: 'average' } };

/** An exact p99 and the one that buckets can tell; a boundary moved to 150 ms tells it better. */
export const Buckets: Story = { args: { at: 120, boundary: 150, open: 'buckets' } };

/** A restart: the counter begins at 0 again, and rate() survives it. */
export const CounterReset: Story = { args: { actions: '60 restart service=order-service', at: 120, open: 'scraping' } };

/** A window as long as the scrape interval holds one sample, and a rate takes two. */
export const AWindowTooShort: Story = {
  args: { at: 60, 'scrape-seconds': '15', 'range-seconds': '15', open: 'scraping' },
};

/** What cannot be used, and what cannot be done, is explained; the run goes on. */
export const WrongInput: Story = {
  args: { 'latency-objective': 'abc', 'error-objective': 101, actions: '5 restart service=nobody', at: 10 },
};

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { actions: SPIKE, at: 105, 'no-controls': true } };

/** On a dark page. */
export const Dark: Story = {
  args: { actions: SPIKE, at: 105, theme: 'dark', open: 'knee' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { actions: SPIKE, at: 105, open: 'average buckets' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', actions: SPIKE, at: 105, open: 'knee average' } };
