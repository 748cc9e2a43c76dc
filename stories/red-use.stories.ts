import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/red-use/red-use.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  fault?: string;
  'fault-minute'?: number;
  preset?: string;
  diagnose?: boolean;
  scenario?: string;
  service?: string;
  cell?: string;
  at?: number;
  open?: string;
  seed?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/RED and USE',
  component: 'obs-red-use',
  render: (args) =>
    html`<obs-red-use
      fault=${args.fault ?? nothing}
      fault-minute=${args['fault-minute'] ?? nothing}
      preset=${args.preset ?? nothing}
      ?diagnose=${args.diagnose ?? false}
      scenario=${args.scenario ?? nothing}
      service=${args.service ?? nothing}
      cell=${args.cell ?? nothing}
      at=${args.at ?? nothing}
      open=${args.open ?? nothing}
      seed=${args.seed ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-red-use>`,
};

export default meta;

type Story = StoryObj<Args>;

/** A quiet minute has been measured; break something, and one cell turns from calm to 1st. */
export const Calm: Story = {};

/** A full table scan: the disk of the database leaves first, and payments get slow six seconds later. */
export const TheDiskIsSaturated: Story = { args: { fault: 'slow-query', at: 130, cell: 'payment-service.duration' } };

/** The reader names the bottleneck before it is shown. */
export const DiagnoseFirst: Story = { args: { diagnose: true, fault: 'connection-leak', at: 120 } };

/** A riddle that the seed chooses. */
export const Surprise: Story = { args: { diagnose: true, seed: '11', at: 120 } };

/** 100 % busy, and nobody waits: a batch job takes what nobody else wants. */
export const FullAndNobodyWaits: Story = {
  args: { preset: 'busy', at: 120, cell: 'postgres.cpu.utilisation', open: 'cases' },
};

/** 80 % busy on average, and they wait: bursts. */
export const BurstsThatWait: Story = { args: { preset: 'bursts', at: 150, cell: 'order-service.cpu.saturation' } };

/** RED is as it always was, and the database has no room left: act before it hurts. */
export const BeforeItHurts: Story = { args: { preset: 'quiet', at: 170, cell: 'postgres.cpu.utilisation' } };

/** The lesson's night: a deploy of payments at 01:45, among innocent changes. */
export const TheNightOfTheSlowQuery: Story = {
  args: { scenario: 'slow-query-night', at: 420, cell: 'postgres.cpu.utilisation' },
};

/** All resources of one service. */
export const OneService: Story = { args: { service: 'payment-service', fault: 'connection-leak', at: 120 } };

/** What cannot be used is explained, and changes nothing. */
export const WrongInput: Story = { args: { fault: 'abc', 'fault-minute': -1, cell: 'nothing' } };

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { fault: 'slow-query', at: 130, 'no-controls': true } };

/** On a dark page. */
export const Dark: Story = {
  args: { fault: 'slow-query', at: 130, theme: 'dark' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { fault: 'slow-query', at: 130 },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', fault: 'slow-query', at: 130, cell: 'postgres.disk.utilisation' } };
