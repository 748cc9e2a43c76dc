import { expect } from '@open-wc/testing';
import expected from '../../reference/traces/expected.json';
import { FILES } from '../../telemetry/traces/reference-files.js';
import { drawn, sentence } from '../../helpers.js';
import { readTraces } from '../../../src/telemetry/traces/index.js';
import { viewer } from './helpers.js';

interface Row {
  readonly spanID: string;
}

/** What Jaeger's own code says took most of the critical path: microseconds by operation, from its sections. */
function slowest(file: string, wanted: (typeof expected.jaeger_ui)[keyof typeof expected.jaeger_ui]) {
  const read = readTraces(FILES[file]);
  if (!read.ok) throw new Error(read.message);
  const spans = read.traces[0]!.spans;
  // A trace with several roots is told by its first.
  const requests = spans.filter(({ parentSpanId }) => parentSpanId === null);
  const others = new Set(requests.slice(1).map(({ spanId }) => spanId));
  const times = new Map<string, { micros: number; service: string; name: string; spans: Set<string> }>();
  let total = 0;
  for (const { spanID, sectionStart, sectionEnd } of wanted.sections) {
    if (others.has(spanID)) continue;
    const { service, name, kind } = spans.find(({ spanId }) => spanId === spanID)!;
    const key = `${service} ${name} ${kind}`;
    const found = times.get(key) ?? { micros: 0, service, name, spans: new Set<string>() };
    times.set(key, found);
    found.micros += sectionEnd - sectionStart;
    found.spans.add(spanID);
    total += sectionEnd - sectionStart;
  }
  const most = [...times.values()].sort((a, b) => b.micros - a.micros)[0]!;
  return { ...most, total, rows: wanted.spanRows as readonly Row[] };
}

/** Three digits, as the sentence writes them. */
function written(micros: number): string {
  const digits = (value: number): string => String(Number(value.toPrecision(3)));
  if (micros >= 999_500) return `${digits(micros / 1e6)} s`;
  return micros >= 999.5 ? `${digits(micros / 1000)} ms` : `${digits(micros)} µs`;
}

describe('the bottleneck sentence', () => {
  for (const [file, wanted] of Object.entries(expected.jaeger_ui).filter(([, { sections }]) => sections.length > 0)) {
    it(`names what Jaeger’s critical path says of ${file}`, async () => {
      const { service, name, micros, total, spans } = slowest(file, wanted);
      const element = await viewer();
      element.openFile(new File([JSON.stringify(FILES[file])], file));
      await drawn(element);
      const said = sentence(element);
      expect(said).to.contain(service);
      expect(said).to.contain(name);
      expect(said).to.contain(
        `took ${written(total)}: ${written(micros)} of it, ${Math.round((micros / total) * 100)} %`,
      );
      expect(said.includes(`${spans.size} calls`)).to.equal(spans.size > 1 && said.includes('one after the other'));
    });
  }

  it('says of each injection what was injected', async () => {
    const say = async (markup: string) => sentence(await viewer(markup));
    expect(await say('inject="slow-dependency"')).to.match(
      /^POST \/checkout took .* POST \/v1\/charges, a call from payment-service to card-processor\.$/,
    );
    expect(await say('inject="slow-dependency" dependency="postgres" percentile="50"')).to.match(
      /, a call from [a-z-]+ to postgres\.$/,
    );
    expect(await say('inject="n-plus-one" percentile="50"')).to.match(
      /in 80 calls of SELECT item by inventory-service, one after the other\.$/,
    );
    expect(await say('inject="retry"')).to.match(/payment-service waited between 3 attempts at POST \/v1\/charges\.$/);
    expect(await say('inject="lost-header"')).to.match(
      /to payment-service\. What happened in there is in a trace of its own, shown below: a proxy replaced the header on/,
    );
  });

  it('has every reference trace that has a critical path', () => {
    const without = Object.entries(expected.jaeger_ui).filter(([, { sections }]) => sections.length === 0);
    expect(without.map(([file]) => file)).to.deep.equal(['jaeger-otlp2jaeger-out.json']);
  });

  it('says that a root is missing, and shows no path', async () => {
    const element = await viewer();
    element.openFile(
      new File(['[{"traceId":"a1","id":"2","parentId":"1","timestamp":1,"duration":5000,"name":"x"}]'], 'orphan.json'),
    );
    await drawn(element);
    expect(sentence(element)).to.equal(
      'These spans took 5 ms. Their root is missing, so nobody can say what held it up.',
    );
  });
});
