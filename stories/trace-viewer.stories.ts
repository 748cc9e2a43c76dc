import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit/html.js';
import '../src/simulations/trace-viewer/trace-viewer.define.js';
import '../src/i18n/de/index.js';

/** The attributes a story sets, as the manifest names them. */
interface Args {
  inject?: 'none' | 'slow-dependency' | 'n-plus-one' | 'retry' | 'lost-header';
  dependency?: string;
  percentile?: number | string;
  seed?: number;
  view?: 'waterfall' | 'flame' | 'table' | 'map';
  range?: string;
  query?: string;
  'compare-to'?: string;
  strategy?: 'head' | 'tail' | 'priority';
  'sample-rate'?: number;
  'requests-per-second'?: number;
  traceparent?: string;
  open?: string;
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  'no-controls'?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Trace viewer',
  component: 'obs-trace-viewer',
  render: (args) =>
    html`<obs-trace-viewer
      inject=${args.inject ?? nothing}
      dependency=${args.dependency ?? nothing}
      percentile=${args.percentile ?? nothing}
      seed=${args.seed ?? nothing}
      view=${args.view ?? nothing}
      range=${args.range ?? nothing}
      query=${args.query ?? nothing}
      compare-to=${args['compare-to'] ?? nothing}
      strategy=${args.strategy ?? nothing}
      sample-rate=${args['sample-rate'] ?? nothing}
      requests-per-second=${args['requests-per-second'] ?? nothing}
      traceparent=${args.traceparent ?? nothing}
      open=${args.open ?? nothing}
      theme=${args.theme ?? nothing}
      lang=${args.lang ?? nothing}
      ?no-controls=${args['no-controls'] ?? false}
    ></obs-trace-viewer>`,
};

export default meta;

type Story = StoryObj<Args>;

/** A checkout on a good day: most of it is the card processor, which is somebody else's. */
export const AGoodDay: Story = { args: {} };

/** One dependency takes ten times as long, and the critical path goes straight to it. */
export const SlowDependency: Story = { args: { inject: 'slow-dependency', dependency: 'card-processor' } };

/** Eighty queries of a few milliseconds each: none is slow, and together they are most of the request. */
export const NPlusOneQueries: Story = { args: { inject: 'n-plus-one', percentile: 50 } };

/** The same request without them, laid under it. */
export const BeforeAndAfter: Story = {
  args: { inject: 'n-plus-one', percentile: 50, 'compare-to': 'healthy', open: 'compare' },
};

/** Three attempts at 150 ms, and more time spent waiting between them than in them. */
export const Retries: Story = { args: { inject: 'retry' } };

/** A proxy sends on a header of its own: the trace ends there, and what follows is an orphan. */
export const LostHeader: Story = { args: { inject: 'lost-header' } };

/** Self time and time on the path differ where calls run side by side: the cache was written while the database was asked. */
export const SideBySide: Story = { args: { query: 'service=inventory-service', range: '20-60' } };

/** The same trace as work instead of time. */
export const FlameGraph: Story = { args: { inject: 'n-plus-one', view: 'flame' } };

/** And in numbers. */
export const AsATable: Story = { args: { inject: 'retry', view: 'table' } };

/** Who called whom. */
export const ServiceMap: Story = { args: { inject: 'slow-dependency', view: 'map' } };

/** At 1 %, decided at the start, the slowest request is hardly ever among those that are kept. */
export const HeadSampling: Story = { args: { percentile: 100, open: 'sampling', strategy: 'head', 'sample-rate': 1 } };

/** Decided at the end it always is, for the price of holding everything in memory. */
export const TailSampling: Story = { args: { percentile: 100, open: 'sampling', strategy: 'tail' } };

/** A header with capital letters is none. */
export const ABrokenHeader: Story = {
  args: { open: 'header', traceparent: '00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01' },
};

/** A place for the reader's own traces. */
export const YourOwnTrace: Story = { args: { open: 'own' } };

/** What cannot be used is explained, and changes nothing. */
export const WrongInput: Story = { args: { percentile: 'abc', range: 'tomorrow', query: 'duration_ms >' } };

/** A picture for an article: without controls. */
export const WithoutControls: Story = { args: { inject: 'slow-dependency', 'no-controls': true } };

/** On a dark page. */
export const Dark: Story = {
  args: { inject: 'retry', theme: 'dark' },
  globals: { backgrounds: { value: 'dark' } },
};

/** As narrow as a phone. */
export const Narrow: Story = {
  args: { inject: 'slow-dependency' },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};

/** In German, which is a module of its own. */
export const German: Story = { args: { lang: 'de', inject: 'lost-header' } };
