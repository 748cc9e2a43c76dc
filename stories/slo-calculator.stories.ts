import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/slo-calculator/slo-calculator.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  objective?: string | number;
  window?: string;
  'requests-per-second'?: number;
  spent?: number;
  'spent-unit'?: 'minutes' | 'requests';
  'elapsed-days'?: number;
  'recent-minutes'?: number;
  dependencies?: string;
  calendar?: 'plain' | 'gregorian';
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/SLO calculator',
  component: 'obs-slo-calculator',
  render: (args) =>
    html`<obs-slo-calculator
      objective=${args.objective ?? nothing}
      window=${args.window ?? nothing}
      requests-per-second=${args['requests-per-second'] ?? nothing}
      spent=${args.spent ?? nothing}
      spent-unit=${args['spent-unit'] ?? nothing}
      elapsed-days=${args['elapsed-days'] ?? nothing}
      recent-minutes=${args['recent-minutes'] ?? nothing}
      dependencies=${args.dependencies ?? nothing}
      calendar=${args.calendar ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-slo-calculator>`,
};

export default meta;

type Story = StoryObj<Args>;

/** What most teams promise: 43 minutes and 12 seconds in thirty days. */
export const ThreeNines: Story = { args: { objective: 99.9, open: 'nines' } };

/** Day 15 of the month, and 35 minutes are gone: 8 min 12 s are left, 19 %. */
export const HalfTheMonthIsLeft: Story = {
  args: { objective: 99.9, spent: 35, 'elapsed-days': 15, 'requests-per-second': 1200 },
};

/** Under half a minute a month: no person can react in that time. */
export const FiveNines: Story = { args: { objective: 99.999, open: 'nines alerts' } };

/** More failed than was allowed: what is left is below zero, and drawn so. */
export const Overspent: Story = { args: { objective: 99.95, spent: 40, 'elapsed-days': 20 } };

/** 99.95 % and 99.99 % multiply to 99.94 %: the service cannot promise 99.99 %. */
export const ImpossibleDependencies: Story = {
  args: { objective: 99.99, dependencies: 'database 99.95, cloud 99.99', open: 'dependencies' },
};

/** Two copies of a part, of which one suffices, fail together far less often. */
export const RedundantDependencies: Story = {
  args: { objective: 99.99, dependencies: 'database 99.95 x2, cloud 99.999', open: 'dependencies' },
};

/** Ten requests an hour: a single failure is a burn rate of 100 and a seventh of the month. */
export const LowTraffic: Story = { args: { 'requests-per-second': 0.00278, open: 'alerts' } };

/** Two minutes in the last hour burn at 33.3x: a whole budget would last 21.6 hours. */
export const ABadHour: Story = { args: { 'recent-minutes': 2, spent: 2, open: 'alerts' } };

/** At 90 % even a total outage burns at 10x only: the rule at 14.4x can never fire. */
export const RulesThatCannotFire: Story = { args: { objective: 90, open: 'alerts' } };

/** The same half hour costs differently, by how OpenSLO counts. */
export const WaysToCount: Story = { args: { spent: 30, 'elapsed-days': 10, open: 'methods' } };

/** A promise that nobody can keep, answered. */
export const AHundredPercent: Story = { args: { objective: 100 } };

/** What cannot be used is explained, and changes nothing. */
export const WrongInput: Story = { args: { objective: 'abc', window: '0', spent: -1 } };

/** The other convention for months and years. */
export const GregorianMonths: Story = { args: { objective: 99, calendar: 'gregorian', open: 'nines' } };

/** Rules for Prometheus, Sloth and OpenSLO. */
export const RulesToTakeAlong: Story = { args: { open: 'rules' } };

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { spent: 35, 'no-controls': true } };

/** On a dark page. */
export const Dark: Story = {
  args: { spent: 35, 'requests-per-second': 1200, theme: 'dark', dependencies: 'database 99.95, cloud 99.99' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { spent: 35, open: 'nines alerts' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', spent: 35, open: 'dependencies', dependencies: 'Datenbank 99.95' } };
