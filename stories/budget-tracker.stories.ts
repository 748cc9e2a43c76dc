import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/budget-tracker/budget-tracker.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  objective?: string | number;
  window?: 'calendar' | 'rolling';
  seed?: string | number;
  day?: string | number;
  actions?: string;
  policy?: 'on' | 'off';
  plan?: 'me' | 'policy' | 'none' | 'canary';
  canary?: boolean;
  rollback?: 'build' | 'command' | 'automatic';
  trouble?: number;
  consider?: string;
  'risk-minutes'?: number;
  'risk-percent'?: number;
  pace?: 'month' | 'week';
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Budget tracker',
  component: 'obs-budget-tracker',
  render: (args) =>
    html`<obs-budget-tracker
      objective=${args.objective ?? nothing}
      window=${args.window ?? nothing}
      seed=${args.seed ?? nothing}
      day=${args.day ?? nothing}
      actions=${args.actions ?? nothing}
      policy=${args.policy ?? nothing}
      plan=${args.plan ?? nothing}
      ?canary=${args.canary ?? false}
      rollback=${args.rollback ?? nothing}
      trouble=${args.trouble ?? nothing}
      consider=${args.consider ?? nothing}
      risk-minutes=${args['risk-minutes'] ?? nothing}
      risk-percent=${args['risk-percent'] ?? nothing}
      pace=${args.pace ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-budget-tracker>`,
};

export default meta;

type Story = StoryObj<Args>;

/** The first morning: 43 minutes and 12 seconds, and nothing spent. */
export const DayOne: Story = {};

/** Three outages in three weeks: 5, 3 and 20 minutes. 15 min 12 s are left for the last nine days. */
export const TheLessonsMonth: Story = {
  args: { trouble: 0, day: 22, actions: '4:outage5 11:outage3 18:outage20' },
};

/** 33.2 minutes left. A migration may cost 15, with a chance of 30 %: go ahead, for even then 18.2 are left. */
export const MigrateNow: Story = { args: { trouble: 0, day: 8, actions: '5:outage10' } };

/** The same migration with 8 minutes left: not now. */
export const MigrateLater: Story = { args: { trouble: 0, day: 27, actions: '5:outage10 17:outage25.2' } };

/** Below a quarter: the buttons are off, and say why. */
export const Freeze: Story = { args: { seed: 1, day: 8, actions: '1:small 2:large 4:small+canary' } };

/** Done all the same, on the record. */
export const Overridden: Story = {
  args: { seed: 1, day: 14, actions: '1:small 2:large 4:small+canary 9:small! 11:migration! 13:large!' },
};

/** Below zero, and drawn below zero. */
export const Overspent: Story = { args: { trouble: 0, day: 12, actions: '3:outage20 9:outage40', open: 'data' } };

/** A plan that goes on come what may: month 8 to its end. */
export const ComeWhatMay: Story = {
  args: {
    plan: 'none',
    day: 31,
    actions:
      '1:small! 4:small! 5:large! 7:small! 10:small! 10:migration! 13:small! 14:large! 14:fix! 16:small! 19:small! 20:maintenance! 22:small! 23:large! 25:small! 28:small!',
  },
};

/** Two minutes of last month’s outage leave the window tomorrow; the calendar month knows nothing of it. */
export const RollingWindow: Story = {
  args: { window: 'rolling', trouble: 0, day: 12, actions: '-18:outage20 -5:outage4 6:outage10', open: 'windows' },
};

/** The last seven days were quiet: the pace of the month and that of the week foresee different things. */
export const TwoPaces: Story = { args: { trouble: 0, day: 16, actions: '2:outage15 4:outage9', pace: 'week' } };

/** Large changes with a slow rollback; look at what each choice may cost. */
export const WhatThingsCost: Story = { args: { consider: 'large', open: 'costs' } };

/** The same plan through many months, with the policy and without: press the button. */
export const AThousandMonths: Story = { args: { open: 'months' } };

/** 4 min 19 s for a month: hardly anything may be risked. */
export const FourNines: Story = { args: { objective: 99.99, rollback: 'automatic', consider: 'small' } };

/** What cannot be used is explained, and changes nothing. */
export const WrongInput: Story = { args: { objective: 'abc', day: 0, actions: '1:dance' } };

/** A picture for an article: without controls. */
export const WithoutControls: Story = {
  args: { seed: 1, day: 14, actions: '1:small 2:large 4:small+canary', 'no-controls': true },
};

/** On a dark page. */
export const Dark: Story = {
  args: { seed: 1, day: 14, actions: '1:small 2:large 4:small+canary', theme: 'dark' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { seed: 1, day: 14, actions: '1:small 2:large 4:small+canary', open: 'data' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = {
  args: { lang: 'de', seed: 1, day: 14, actions: '1:small 2:large 4:small+canary', open: 'windows costs' },
};
