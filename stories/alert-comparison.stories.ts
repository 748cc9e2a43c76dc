import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/alert-comparison/alert-comparison.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  week?: string;
  seed?: number | string;
  objective?: number | string;
  strategies?: string;
  rule?: string;
  'scrape-seconds'?: string;
  significant?: number;
  weeks?: number;
  day?: string;
  alert?: string;
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Alert comparison',
  component: 'obs-alert-comparison',
  render: (args) =>
    html`<obs-alert-comparison
      week=${args.week ?? nothing}
      seed=${args.seed ?? nothing}
      objective=${args.objective ?? nothing}
      strategies=${args.strategies ?? nothing}
      rule=${args.rule ?? nothing}
      scrape-seconds=${args['scrape-seconds'] ?? nothing}
      significant=${args.significant ?? nothing}
      weeks=${args.weeks ?? nothing}
      day=${args.day ?? nothing}
      alert=${args.alert ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-alert-comparison>`,
};

export default meta;

type Story = StoryObj<Args>;

/** Eighteen alerts of which two matter, against four that all do: the same week, the same incidents. */
export const AnOrdinaryWeek: Story = {};

/** Woken at half past two by a backup that hurt nobody. */
export const WokenInVain: Story = { args: { day: 'thursday', alert: 'cause.7', open: '' } };

/** Only 0.2 % fail, for three days: no threshold sees it, a ticket does. */
export const SlowBurn: Story = {
  args: { week: 'slowBurn', alert: 'approach6.1', strategies: 'cause symptom approach6' },
};

/** Two minutes of total outage are over before a rule with `for: 5m` has made up its mind. */
export const TwoMinutes: Story = {
  args: { week: 'shortOutage', alert: 'approach6.1', strategies: 'cause symptom approach6' },
};

/** A fault that comes and goes never lasts the hour that approach 3 waits for. */
export const Flapping: Story = {
  args: { week: 'flapping', day: 'wednesday', alert: 'approach6.1', strategies: 'cause symptom approach6' },
};

/** Ten requests an hour: a single failed one is a burn rate of 100. */
export const LowTraffic: Story = {
  args: { week: 'lowTraffic', alert: 'approach4.1', strategies: 'cause symptom approach4' },
};

/** The metrics are gone, and with them the alert; the outage goes on. */
export const AGapInTheData: Story = { args: { week: 'gap', day: 'thursday', alert: 'symptom.1' } };

/** Two deploys a day, ten pages, and nobody hurt. */
export const HarmlessDeploys: Story = { args: { week: 'deploys', strategies: 'cause symptom approach6' } };

/** Memory fills for a day, then the process is killed, again and again. */
export const AMemoryLeak: Story = { args: { week: 'memoryLeak', significant: 1 } };

/** Half of the capacity is gone for twelve minutes, and clients make it worse. */
export const ARetryStorm: Story = {
  args: { week: 'retryStorm', day: 'tuesday', alert: 'approach6.1', strategies: 'cause symptom approach6' },
};

/** Nothing happens, and nobody says anything. */
export const AQuietWeek: Story = { args: { week: 'quiet' } };

/** A rule of one's own, with its own lane, score and export. */
export const YourOwnRule: Story = {
  args: { rule: 'errors[30m] > 5x and errors[5m] > 5x', open: 'rule files', strategies: 'approach4 approach6 own' },
};

/** A rule that cannot be read is explained by column and reason, and stays where it was written. */
export const ARuleWithAMistake: Story = { args: { rule: 'errors[5m > 1%', open: 'rule' } };

/** Was it luck? A hundred weeks, means, and their intervals. */
export const AHundredWeeks: Story = { args: { open: 'many', strategies: 'cause symptom approach6' } };

/** At 99 %, ten times as much may fail, and less is worth a page. */
export const AnotherObjective: Story = { args: { objective: 99, open: 'table more' } };

/** What cannot be used is explained, and changes nothing. */
export const WrongInput: Story = { args: { objective: 'abc', seed: '-1', week: 'tomorrow' } };

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { 'no-controls': true, strategies: 'cause symptom approach6' } };

/** On a dark page. */
export const Dark: Story = { args: { theme: 'dark' }, globals: { backgrounds: { value: 'dark' } } };

/** As narrow as a phone. */
export const Narrow: Story = { decorators: [(story) => html`<div class="narrow">${story()}</div>`] };

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', open: 'table rule more' } };
