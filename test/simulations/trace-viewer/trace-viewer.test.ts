import { expect } from '@open-wc/testing';
import '../../../src/i18n/de/index.js';
import { readTraces, writeOtlp } from '../../../src/telemetry/traces/index.js';
import type { ObsSelectEvent } from '../../../src/index.js';
import {
  drawn,
  expectNoGarbage,
  field,
  inside,
  listen,
  nextTask,
  notes,
  part,
  place,
  problems,
  root,
  sentence,
  type,
  words,
} from '../../helpers.js';
import { FILES } from '../../telemetry/traces/reference-files.js';
import { span, trace } from '../../telemetry/traces/arbitraries.js';
import { rowIndex, rows, viewer } from './helpers.js';

const button = (element: Element, text: string): HTMLButtonElement =>
  [...root(element).querySelectorAll('button')].find((one) => words(one.textContent) === text)!;
const grid = (element: Element): HTMLElement => inside(element, '[role=treegrid]');
const file = (content: unknown, name = 'file.json'): File =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);
const names = (element: Element): string[] =>
  rows(element).map((row) => words(row.querySelector('.label')!.textContent));
const chosen = (element: Element): string => words(inside(element, '.details .title').textContent);
const strip = (): void => history.replaceState(null, '', location.pathname + location.search);

describe('<obs-trace-viewer>', () => {
  afterEach(strip);

  it('begins with a checkout, its bottleneck said and selected', async () => {
    const element = await viewer();
    expect(sentence(element)).to.match(/^POST \/checkout took [\d.]+ ms: [\d.]+ ms of it, \d+ %, in /);
    expect(rows(element).length).to.be.above(12);
    expect(names(element)[0]).to.equal('api-gateway POST /checkout');
    expect(chosen(element)).to.contain('POST /v1/charges client');
    expectNoGarbage(element);
  });

  it('is a treegrid with rows that know their place', async () => {
    const element = await viewer();
    const all = rows(element);
    expect(grid(element).getAttribute('aria-rowcount')).to.equal(String(all.length + 1));
    expect(all.map(rowIndex)).to.deep.equal(all.map((_, i) => i + 2));
    expect(all.slice(0, 3).map((row) => row.getAttribute('aria-level'))).to.deep.equal(['1', '2', '3']);
    expect(all.slice(0, 3).map((row) => row.getAttribute('aria-expanded'))).to.deep.equal(['true', 'true', null]);
  });

  it('tells the page of what the reader selects, and restores it from an attribute', async () => {
    const element = await viewer();
    const heard: ObsSelectEvent[] = [];
    element.addEventListener('obs-select', (event) => heard.push(event));
    rows(element)[4]!.querySelector<HTMLElement>('.time')!.click();
    await drawn(element);
    expect(heard).to.have.length(1);
    const { kind, traceId, spanId } = heard[0]!.selection;
    expect([kind, spanId]).to.deep.equal(['span', element.spanId]);
    expect(traceId).to.match(/^[0-9a-f]{32}$/);
    expect(chosen(element)).to.contain('order-service POST /orders server');
    const again = await viewer(`trace-id="${traceId}" span-id="${spanId}"`);
    expect(chosen(again)).to.equal(chosen(element));
  });

  it('shows the exact header that a call sent, and its log lines', async () => {
    const element = await viewer();
    const { traces } = readTraces(element.exportData('otlp')) as {
      traces: { traceId: string; spans: { spanId: string; name: string; kind: string }[] }[];
    };
    const call = traces[0]!.spans.find(({ name, kind }) => name === 'POST /charges' && kind === 'client')!;
    element.spanId = call.spanId;
    await drawn(element);
    expect(words(part(element, 'details').textContent)).to.contain(
      `traceparent: 00-${traces[0]!.traceId}-${call.spanId}-01`,
    );
    element.spanId = traces[0]!.spans.find(({ name, kind }) => name === 'POST /charges' && kind === 'server')!.spanId;
    await drawn(element);
    expect(words(part(element, 'details').textContent)).to.match(/INFO payment_completed POST \/charges took \d+ ms/);
  });

  it('breaks what the reader asks for, and tells the page', async () => {
    const element = await viewer();
    const heard = listen(element);
    button(element, 'Lost header').click();
    await drawn(element);
    expect(sentence(element)).to.contain('a proxy replaced the header on the way');
    expect(heard.map(({ type: kind, setting, value }) => [kind, setting, value])).to.deep.equal([
      ['obs-change', 'inject', 'lost-header'],
    ]);
    expect(root(element).querySelector('.badges:not(:empty)')?.textContent).to.equal('orphan');
  });

  it('opens another request by its percentile', async () => {
    const element = await viewer('percentile="0"');
    const fastest = sentence(element);
    element.percentile = 100;
    await drawn(element);
    expect(sentence(element)).not.to.equal(fastest);
    expect(words(inside(element, '.requests').textContent)).to.contain('the slowest');
  });

  it('finds spans by the query language of the logs, and marks the others', async () => {
    const element = await viewer('query="service=payment-service kind=client"');
    expect(words(inside(element, '.search').textContent)).to.match(/^2 of 3 matches, \d+ spans Previous Next$/);
    expect(rows(element).filter((row) => !row.classList.contains('dim'))).to.have.length(3);
    await type(field(element, 'query'), 'duration_ms >');
    await drawn(element);
    expect(inside(element, '#query-problem').textContent).to.contain('Expected');
    expect(sentence(element)).to.contain('took');
  });

  it('shows a stretch of time, by slider, by attribute and by buttons', async () => {
    const element = await viewer('range="10-60"');
    expect(words(inside(element, '.minimap + p').textContent)).to.contain('10 ms – 60 ms');
    button(element, 'Whole trace').click();
    await drawn(element);
    expect(element.range).to.equal('');
    const to = inside<HTMLInputElement>(element, 'input[name=end]');
    to.value = '500';
    to.dispatchEvent(new Event('change'));
    await drawn(element);
    expect(element.range).to.match(/^0-\d+/);
    button(element, 'Zoom to span').click();
    await drawn(element);
    expect(element.range.split('-').map(Number)[0]).to.be.above(10);
  });

  it('draws the trace as a flame graph, a table and a map', async () => {
    const element = await viewer();
    button(element, 'Flame graph').click();
    await drawn(element);
    const blocks = [...root(element).querySelectorAll('.block')];
    expect(blocks.length).to.be.above(5);
    expect(blocks[0]!.getAttribute('aria-label')).to.match(/^api-gateway POST \/checkout, 1 calls/);
    blocks[1]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await drawn(element);
    expect(element.spanId).not.to.equal('');
    button(element, 'Table').click();
    await drawn(element);
    expect(words(inside(element, 'table').textContent)).to.contain('POST /v1/charges');
    button(element, 'Map').click();
    await drawn(element);
    expect(words(inside(element, '.map').textContent)).to.contain('card-processor');
    button(element, 'Waterfall').click();
    await drawn(element);
    expect(rows(element).length).to.be.above(10);
  });

  it('lays the same request, unbroken, under it', async () => {
    const element = await viewer('inject="n-plus-one" percentile="50" compare-to="healthy" open="compare"');
    expect(words(inside(element, 'details').textContent)).to.contain('80 spans are new.');
    expect([...root(element).querySelectorAll('.badges')].some(({ textContent }) => textContent === 'new')).to.equal(
      true,
    );
    expect(root(element).querySelector('path.ghost')!.getAttribute('d')).not.to.equal('');
  });

  it('reckons what sampling keeps and costs, and whether this request is kept', async () => {
    const element = await viewer('open="sampling" percentile="100" sample-rate="1"');
    const text = () => words(inside(element, 'details[open]').textContent);
    expect(text()).to.contain('34.6 GB a day');
    expect(text()).to.contain('The request above was not kept');
    element.strategy = 'tail';
    await drawn(element);
    expect(text()).to.contain('400 MB');
    element.sampleRate = 100;
    element.strategy = 'head';
    await drawn(element);
    expect(text()).to.contain('3.46 TB a day');
    expect(text()).to.contain('The request above was kept');
  });

  it('judges headers as they are written', async () => {
    const element = await viewer('open="header"');
    const text = () => words(inside(element, 'details[open]').textContent);
    expect(text()).to.contain('A receiver joins trace 4bf92f3577b34da6a3ce929d0e0e4736');
    element.traceparent = '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01';
    element.tracestate = 'A=1';
    await drawn(element);
    expect(text()).to.contain('All digits have to be lower-case. A receiver ignores it and begins a new trace.');
    expect(text()).to.contain('The whole tracestate is ignored; traceparent stays.');
  });

  it('speaks German', async () => {
    const element = await viewer('lang="de" inject="lost-header"');
    expect(sentence(element)).to.match(
      /^POST \/checkout dauerte .* Was dort geschah, steht in einem eigenen Trace, weiter unten: Ein Proxy hat den Header unterwegs ersetzt\.$/,
    );
  });

  it('stops when it is removed, and goes on when it is put back', async () => {
    const element = place('<obs-trace-viewer></obs-trace-viewer>').querySelector('obs-trace-viewer')!;
    const home = element.parentElement!;
    element.remove();
    await nextTask();
    home.append(element);
    await drawn(element);
    expect(rows(element).length).to.be.above(10);
  });

  it('shows a picture without anything to operate, with no-controls', async () => {
    const element = await viewer('no-controls');
    expect(root(element).querySelectorAll('button, select').length).to.equal(0);
    expect(rows(element).length).to.be.above(10);
  });
});

describe('<obs-trace-viewer> with a reader’s own traces', () => {
  afterEach(strip);

  it('reads OTLP, JSON Lines, Jaeger and Zipkin, and counts them', async () => {
    const element = await viewer('open="own"');
    const summary = (): string => words(inside(element, 'details[open] summary').textContent);
    const otlp = writeOtlp([
      trace([span('0000000000000001', null, 0, 5), span('0000000000000002', '0000000000000001', 1, 3)], 10n ** 18n),
    ]);
    for (const [content, said] of [
      [otlp, 'OTLP: 1 traces, 2 spans.'],
      [`${JSON.stringify(otlp)}\n${JSON.stringify(otlp)}`, 'OTLP: 1 traces, 4 spans.'],
      [FILES['jaeger-genai-57spans.json'], 'Jaeger: 1 traces, 57 spans.'],
      [FILES['zipkin-yelp.json'], 'Zipkin: 1 traces, 16 spans.'],
    ] as const) {
      element.openFile(file(content));
      await drawn(element);
      expect(summary()).to.contain(said);
    }
  });

  it('reads what is pasted, and goes back to the shop', async () => {
    const element = await viewer('open="own"');
    inside<HTMLTextAreaElement>(element, '.own textarea').value = JSON.stringify(FILES['jaeger-normal-5spans.json']);
    button(element, 'Read it').click();
    await drawn(element);
    expect(rows(element)).to.have.length(5);
    button(element, 'Back to the shop').click();
    await drawn(element);
    expect(sentence(element)).to.contain('POST /checkout');
  });

  it('reads what is dropped on it', async () => {
    const element = await viewer();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file(FILES['jaeger-normal-5spans.json']));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    element.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await drawn(element);
    expect(rows(element)).to.have.length(5);
  });

  it('marks what is doubtful with badges', async () => {
    const element = await viewer('open="own"');
    const badges = async (name: string): Promise<string[]> => {
      element.openFile(file(FILES[name]));
      await drawn(element);
      return [...new Set([...root(element).querySelectorAll('.own .badge')].map(({ textContent }) => textContent))];
    };
    expect(await badges('zipkin-skew.json')).to.deep.equal(['clock skew']);
    expect(await badges('otlp-jaegerui-in-duplicate-span.json')).to.include('duplicate id');
    expect(await badges('otlp-jaeger-example_trace-multiroot.json')).to.include('several roots');
    element.openFile(
      file([
        { traceId: 'ab', id: '1', timestamp: 1000, duration: 5000 },
        { traceId: 'ab', id: '2', parentId: '1', timestamp: 4000, duration: 5000, localEndpoint: { serviceName: 'a' } },
        { traceId: 'ab', id: '3', parentId: '9', timestamp: 4000, localEndpoint: { serviceName: 'a' } },
      ]),
    );
    await drawn(element);
    const all = new Set([...root(element).querySelectorAll('.own .badge')].map(({ textContent }) => textContent));
    expect([...all]).to.have.members(['no service name', 'outside its parent', 'orphan', 'missing time']);
  });

  it('shows clocks as they are, and adjusts them when asked to; the file to take along stays raw', async () => {
    const element = await viewer('open="own"');
    element.openFile(file(FILES['zipkin-skew.json']));
    await drawn(element);
    const first = rows(element)[0]!.querySelector('path.bar')!.getAttribute('d');
    const raw = element.exportData('zipkin');
    field(element, 'adjustSkew').click();
    await drawn(element);
    expect(rows(element)[0]!.querySelector('path.bar')!.getAttribute('d')).not.to.equal(first);
    expect(element.exportData('zipkin')).to.equal(raw);
  });

  it('chooses among the traces of a file, and compares two', async () => {
    const element = await viewer('open="own compare"');
    const other = {
      ...trace([span('000000000000000a', null, 0, 9, { name: 'other' })], 10n ** 18n),
      traceId: 'a'.repeat(32),
    };
    element.openFile(
      file(
        writeOtlp([
          trace(
            [span('0000000000000001', null, 0, 5, { name: 'one' }), span('2', '0000000000000001', 1, 2)],
            10n ** 18n,
          ),
          other,
        ]),
      ),
    );
    await drawn(element);
    expect(names(element)).to.have.length(2);
    const choice = field<HTMLSelectElement>(element, 'traceId');
    choice.value = 'a'.repeat(32);
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn(element);
    expect(names(element)).to.deep.equal(['shop other']);
    element.compareTo = '0af7651916cd43dd8448eb211c80319c';
    await drawn(element);
    expect(words(root(element).textContent)).to.contain('1 span is new. 2 spans are gone.');
  });

  it('takes back in what it gives out, in all three formats', async () => {
    const element = await viewer();
    const before = names(element);
    for (const format of ['otlp', 'jaeger', 'zipkin']) {
      element.openFile(file(element.exportData(format)));
      await drawn(element);
      expect(names(element), format).to.deep.equal(before);
    }
  });

  const hostile: Readonly<Record<string, string>> = {
    'an empty file': '',
    'no JSON': 'hello',
    'a cut file': '{"resourceSpans": [{"scopeSpans": [{"spans": [',
    logs: '{"resourceLogs": []}',
    'a number': '42',
    'another object': '{"a": {"b": []}}',
    'entries that are no spans': '[{"traceId": "a", "id": ""}]',
    'a million brackets': '['.repeat(1_000_000),
    binary: '\u0000\u0001\ufffd\ufffd',
  };
  for (const [name, content] of Object.entries(hostile)) {
    it(`says what is wrong with ${name}, and loses nothing`, async () => {
      const element = await viewer();
      const before = sentence(element);
      const heard = listen(element);
      element.openFile(file(content, 'bad.json'));
      await drawn(element);
      expect(sentence(element)).to.equal(before);
      expect(problems(element)).to.have.length(1);
      expect(problems(element)[0]).to.match(/^bad\.json: .+ What was shown stays\.$/);
      expect(heard.filter(({ type: kind }) => kind === 'obs-error')).to.have.length(1);
    });
  }

  it('refuses a file of more than 32 MiB', async () => {
    const element = await viewer();
    element.openFile(file(' '.repeat(33 * 1024 * 1024)));
    await drawn(element);
    expect(problems(element)[0]).to.contain('at most 32 MiB are read');
  });

  it('says when a file is cut at 200,000 spans', async function cut() {
    const element = await viewer('open="own"');
    const one = (i: number): string =>
      `{"traceId":"ab","id":"${(i + 1).toString(16)}","parentId":"1","timestamp":${i + 1},"duration":1}`;
    element.openFile(file(`[${Array.from({ length: 200_010 }, (_, i) => one(i)).join()}]`));
    await drawn(element);
    expect(grid(element).getAttribute('aria-rowcount')).to.equal('200001');
    expect(rows(element).length).to.be.below(60);
    expect(notes(element).join() + words(root(element).textContent)).to.contain(
      '10 spans more than the 200000 that are read',
    );
  });

  it('shows text of strangers as text', async () => {
    const element = await viewer('open="own"');
    const evil = '<img src=x onerror="globalThis.hacked=1">*bold*';
    element.openFile(
      file(
        [
          {
            traceId: 'ab',
            id: '1',
            name: evil,
            timestamp: 1,
            duration: 5,
            localEndpoint: { serviceName: evil },
            tags: { [evil]: evil, __proto__x: evil },
          },
        ],
        evil,
      ),
    );
    await drawn(element);
    for (const view of ['waterfall', 'flame', 'table', 'map'] as const) {
      element.view = view;
      await drawn(element);
      expect(root(element).querySelector('img') === null).to.equal(true);
    }
    expect(Reflect.get(globalThis, 'hacked')).to.equal(undefined);
    expectNoGarbage(element);
  });

  it('asks the network only for its src', async () => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (request) => {
      const address = typeof request === 'string' ? request : '';
      asked.push(address);
      return Promise.resolve(
        new Response(JSON.stringify(FILES['jaeger-normal-5spans.json']), {
          status: address.includes('gone') ? 404 : 200,
        }),
      );
    };
    try {
      await viewer();
      expect(asked).to.deep.equal([]);
      const element = await viewer('src="trace.json"');
      expect(asked).to.deep.equal(['trace.json']);
      expect(rows(element)).to.have.length(5);
      expect(problems(await viewer('src="gone.json"'))[0]).to.contain('The answer was 404.');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('takes no src from a link', async () => {
    history.replaceState(null, '', '#obs-trace-viewer=1;src=https://evil.example/x.json;percentile=50');
    const element = await viewer();
    expect([element.src, element.percentile]).to.deep.equal(['', 50]);
  });
});

describe('<obs-trace-viewer> given what cannot be used', () => {
  const garbage = ['abc', '-1', '1e309', ''];
  const numbers = [
    'seed',
    'percentile',
    'sample-rate',
    'slow-ms',
    'requests-per-second',
    'spans-per-trace',
    'bytes-per-span',
  ];
  for (const attribute of [...numbers, 'range', 'inject', 'dependency', 'view', 'strategy']) {
    it(`explains a wrong ${attribute}, once, and goes on`, async () => {
      for (const given of garbage) {
        if (attribute === 'range' && given === '') continue;
        const host = place();
        const heard = listen(host);
        host.innerHTML = `<obs-trace-viewer ${attribute}="${given}" open="sampling"></obs-trace-viewer>`;
        const element = host.querySelector('obs-trace-viewer')!;
        await drawn(element);
        expect(
          heard.filter(({ type: kind }) => kind === 'obs-error'),
          given,
        ).to.have.length(1);
        expect(problems(element), given).to.have.length(1);
        expectNoGarbage(element);
        host.replaceChildren();
      }
    });
  }

  it('shows the bottleneck for spans and traces that are not there', async () => {
    const element = await viewer('trace-id="none" span-id="<b>"');
    expect(sentence(element)).to.contain('POST /checkout took');
    expectNoGarbage(element);
  });
});
