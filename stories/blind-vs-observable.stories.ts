import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/blind-vs-observable/blind-vs-observable.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  incident?: string;
  seed?: number | string;
  sides?: 'both' | 'blind' | 'observable';
  looks?: string;
  confidence?: number;
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Blind vs observable',
  component: 'obs-blind-vs-observable',
  render: (args) =>
    html`<obs-blind-vs-observable
      incident=${args.incident ?? nothing}
      seed=${args.seed ?? nothing}
      sides=${args.sides ?? nothing}
      looks=${args.looks ?? nothing}
      confidence=${args.confidence ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-blind-vs-observable>`,
};

export default meta;

type Story = StoryObj<Args>;

/** 01:47: payments fail, and thirteen things could be why. */
export const TheNightOfTheSlowQuery: Story = {};

/** The lesson's path: errors, a trace with a query of half a minute, the database, the deploy of 01:45, roll-back. */
export const ElevenMinutes: Story = {
  args: { sides: 'observable', looks: 'observable dashboard trace database changes !roll-back-payment' },
};

/** Without telemetry: count, read, grep, guess. */
export const FlyingBlind: Story = { args: { sides: 'blind', looks: 'blind count grep-payment restart colleague' } };

/** Both, half way: one knows, the other does not. */
export const HalfWay: Story = {
  args: { looks: 'blind access-log count grep-payment; observable dashboard trace database' },
};

/** The likeliest suspect is not always the right one, and acting on it costs minutes. */
export const AWrongTurn: Story = { args: { sides: 'blind', looks: 'blind count !fail-over-card top-database' } };

/** An incident whose cause its seed has drawn. */
export const SurpriseMe: Story = { args: { incident: 'surprise', seed: 7 } };

/** The same headline, another cause: the provider allows fewer requests than there are payments. */
export const AnotherCause: Story = {
  args: { incident: 'third-party-rate-limit', seed: 3, looks: 'observable dashboard dependencies' },
};

/** Two hundred incidents, and an expert who acts on a hunch. */
export const AHastyExpert: Story = { args: { confidence: 55, open: 'hundreds' } };

/** The assumption on which every minute rests. */
export const WhatALookCosts: Story = { args: { open: 'costs' } };

/** What cannot be used is explained, and changes nothing. */
export const WrongInput: Story = { args: { seed: 'abc', looks: 'blind dashboard', confidence: 1e9 } };

/** A picture for an article: without controls. */
export const WithoutControls: Story = {
  args: { 'no-controls': true, looks: 'blind access-log count; observable dashboard logs' },
};

/** On a dark page. */
export const Dark: Story = {
  args: { theme: 'dark', looks: 'blind count; observable dashboard trace', open: 'hundreds' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { looks: 'blind count; observable dashboard' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', looks: 'blind colleague; observable changes' } };
