import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/live-dashboard/live-dashboard.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  scenario?: string;
  seed?: string;
  actions?: string;
  at?: number;
  'playback-rate'?: number;
  objective?: number;
  'latency-objective'?: number;
  fault?: string;
  mitigation?: string;
  target?: string;
  first?: string;
  'first-until'?: number;
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Live dashboard',
  component: 'obs-live-dashboard',
  render: (args) =>
    html`<obs-live-dashboard
      scenario=${args.scenario ?? nothing}
      seed=${args.seed ?? nothing}
      actions=${args.actions ?? nothing}
      at=${args.at ?? nothing}
      playback-rate=${args['playback-rate'] ?? nothing}
      objective=${args.objective ?? nothing}
      latency-objective=${args['latency-objective'] ?? nothing}
      fault=${args.fault ?? nothing}
      mitigation=${args.mitigation ?? nothing}
      target=${args.target ?? nothing}
      first=${args.first ?? nothing}
      first-until=${args['first-until'] ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-live-dashboard>`,
};

export default meta;

type Story = StoryObj<Args>;

const CURE = '720 roll-back service=payment-service';

/** It is 01:44 in the lesson's night, and all is well. Press Play. */
export const BeforeTheCall: Story = {};

/** 01:47: too many slow requests. The phone has just rung; what now? */
export const ThePhoneRings: Story = { args: { at: 420 } };

/** 01:52: a tenth of the checkouts fails, the database is at 100 %. Follow an alert to what did it. */
export const EightPercent: Story = { args: { at: 720 } };

/** Rolled back at 01:52, over a minute and a half later: the card, and a post-mortem to copy. */
export const ItIsOver: Story = { args: { at: 900, actions: CURE, open: 'review' } };

/** The same night twice: rolled back at 01:52, and as soon as the phone rang. */
export const TwoFutures: Story = {
  args: {
    at: 600,
    actions: '420 roll-back service=payment-service',
    first: CURE,
    'first-until': 900,
    open: 'again',
  },
};

/** A quiet night, for breaking things oneself: all faults, and a surprise. */
export const ANightOfYourOwn: Story = { args: { scenario: 'quiet', at: 60 } };

/** Nothing was deployed and nothing is full: the card processor refuses. */
export const SomebodyElsesOutage: Story = {
  args: {
    scenario: 'quiet',
    at: 150,
    actions: '60 dependency-outage',
    mitigation: 'fail-over',
    target: 'card-processor',
  },
};

/** A wrong guess costs minutes: restarting does not mend a leak in the code. */
export const TheWrongWay: Story = {
  args: { scenario: 'quiet', at: 240, actions: '60 connection-leak; 130 restart service=payment-service' },
};

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { at: 720, 'no-controls': true } };

/** On a dark page, as it is at that hour. */
export const Dark: Story = { args: { at: 720, theme: 'dark' }, globals: { backgrounds: { value: 'dark' } } };

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { at: 420 },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { at: 720, lang: 'de' } };
