import { expect } from '@open-wc/testing';
import { ObsActionEvent, type ObsAlertEvent, type ObsSelectEvent } from '../../../src/events.js';
import { readTraces, readLogs, parseOpenMetrics } from '../../../src/telemetry/index.js';
import type { ObsChart } from '../../../src/charts/obs-chart.js';
import { faultsOf } from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import { drawn, expectNoGarbage, field, figures, inside, listen, place, root, sentence, words } from '../../helpers.js';
import { button, dashboard, here, settled, shown, step } from './dashboard.js';
import { OBJECTIVES } from './nights.js';

const charts = (element: Element): ObsChart[] => [...root(element).querySelectorAll<ObsChart>('obs-chart')];

describe('<obs-live-dashboard>', function element() {
  it('begins a minute before the lesson’s deploy, and says that all is well', async () => {
    const element = await dashboard('');
    expect(element.currentTime).to.equal(240);
    expect(sentence(element)).to.match(/quiet/i);
    expect(shown(element, '[part=banner]')).to.match(/All is well.*no alerts.*updated \d s ago, 01:4/);
    expectNoGarbage(element);
  });

  it('has at most seven charts, a threshold on each, percentiles apart, and the changes marked', async () => {
    const element = await dashboard('at="420"');
    expect(charts(element).length).to.be.within(4, 7);
    for (const { data } of charts(element)) {
      expect(data.thresholds?.length, data.lines[0]?.name).to.be.at.least(1);
      expect(data.marks?.map(({ label }) => label)).to.include('payment 2.3.1');
    }
    const latency = charts(element)[0]!.data;
    expect(latency.lines.map(({ name }) => name)).to.deep.equal(['p50', 'p95', 'p99']);
    expect(latency.points?.length).to.be.above(3);
  });

  it('names what fails, pages, and tells the page of every change of an alert', async () => {
    const element = await dashboard();
    const heard: ObsAlertEvent[] = [];
    element.addEventListener('obs-alert', (event) => heard.push(event));
    await step(element, 30);
    element.inject('dependency-outage');
    await step(element, 90);
    expect(sentence(element)).to.match(/of the requests fail, of POST \/checkout 100 %/);
    expect(shown(element, '[part=banner]')).to.match(/Paging/);
    expect(element.matches(':state(alarming)')).to.equal(true);
    const fired = heard.filter(({ state }) => state === 'firing').map(({ rule, seconds }) => `${rule} ${seconds}`);
    expect(fired).to.include('RouteErrors 105');
    expect(shown(element, '[part=errors]')).to.match(/payment_failed payment-service \d/);
    element.mitigate({ type: 'fail-over', service: 'card-processor' });
    await step(element, 700);
    expect(heard.filter(({ state }) => state === 'resolved').map(({ rule }) => rule)).to.include('RouteErrors');
    expectNoGarbage(element);
  });

  it('breaks and mends by its fields, and ends with a card, a reveal and a completed task', async () => {
    const element = await dashboard();
    const heard: string[] = [];
    for (const type of ['obs-inject', 'obs-mitigate', 'obs-complete'] as const) {
      element.addEventListener(type, (event) =>
        heard.push(`${event.type} ${event instanceof ObsActionEvent ? String(event.action['type']) : ''}`),
      );
    }
    await step(element, 30);
    field<HTMLSelectElement>(element, 'fault').value = 'bad-deploy';
    field(element, 'fault').dispatchEvent(new Event('change'));
    await drawn(element);
    button(element, 'Break it').click();
    await step(element, 90);
    expect(shown(element, '[part=card]')).to.match(
      /Detected after \d.*Mitigated after not yet.*Customers hurt .* so far/,
    );
    field<HTMLSelectElement>(element, 'target').value = 'order-service';
    field(element, 'target').dispatchEvent(new Event('change'));
    await drawn(element);
    button(element, 'Do it').click();
    await step(element, 240);
    expect(heard.map((one) => one.trim())).to.deep.equal([
      'obs-inject bad-deploy',
      'obs-mitigate roll-back',
      'obs-complete',
    ]);
    const card = shown(element, '[part=card]');
    expect(card).to.match(/Mitigated after \d/);
    expect(card).to.match(/Steps taken 1 Roll back \(order-service\)/);
    expect(card).to.match(/It was: Bad deploy\. What helps: Roll back \(order-service\)/);
    expect(sentence(element)).to.match(/It is over: 2 min .* customers failed/);
  });

  it('keeps a surprise secret until it is over or given up, on its marks and in its link', async () => {
    const element = await dashboard();
    await step(element, 30);
    button(element, 'Surprise me').click();
    const { type } = element.playback.run.record.actions.find(
      ({ type: one }) => one !== 'deploy' && one !== 'flip-flag' && one !== 'campaign',
    )!;
    const name = element.runText.actions[type]!;
    await step(element, 140);
    const marks = () =>
      charts(element)
        .flatMap(({ data }) => data.marks ?? [])
        .map(({ label }) => label);
    expect(marks()).to.include('Something happened').and.not.to.include(name);
    expect(decodeURIComponent(element.shareUrl())).not.to.include(type);
    expect(shown(element, '[part=card]')).not.to.include(name);
    button(element, 'Reveal it').click();
    await drawn(element);
    expect(shown(element, '[part=card]')).to.include(`It was: ${name}`);
    expect(marks()).to.include(name);
  });

  it('surprises with something else after a reset', async () => {
    const element = await dashboard();
    const surprises: string[] = [];
    for (let i = 0; i < 3; i++) {
      button(element, 'Surprise me').click();
      surprises.push(...faultsOf(element.playback.run.record));
      element.reset();
      await settled(element);
    }
    expect(new Set(surprises).size).to.equal(3);
  });

  it('is led from an alert to its cause by clicks, and tells the page and its system of requests and spans', async () => {
    const element = await dashboard('at="720"');
    const heard: ObsSelectEvent[] = [];
    element.addEventListener('obs-select', (event) => heard.push(event));
    button(element, /^firing Too many slow requests/).click();
    await drawn(element);
    const steps = [here(element)];
    while (steps.length < 5) {
      inside(element, '.trail > .next').click();
      await drawn(element);
      steps.push(here(element));
      if (here(element) === 'Chart')
        expect(inside(element, 'obs-chart.latency').classList.contains('meant')).to.equal(true);
      if (here(element) === 'Span and logs') expect(shown(element, '.logs')).to.match(/full table scan on payments/);
    }
    expect(steps).to.deep.equal(['Alert', 'Chart', 'Request', 'Span and logs', 'Cause']);
    expect(shown(element, '.verdict')).to.match(/payment-service 2.3.1 deployed at 01:45/);
    expect(shown(element, '.guilty')).to.equal('01:45 payment-service 2.3.1 deployed');
    expect(heard.map(({ selection }) => selection.kind)).to.deep.equal(['alert', 'trace', 'span']);
    expect(heard[0]!.selection.signal).to.equal('latency');
    expect(element.playback.selection).to.deep.equal(heard[2]!.selection);
    button(element, 'Choose this for mending').click();
    await drawn(element);
    expect(field<HTMLSelectElement>(element, 'target').value).to.equal('payment-service');
    button(element, 'Request').click();
    await drawn(element);
    expect(here(element)).to.equal('Request');
    button(element, 'Close').click();
    await drawn(element);
    expect(here(element)).to.equal('');
  });

  it('opens a slow request with its spans, and any span with its log lines', async () => {
    const element = await dashboard('at="60" scenario="quiet"');
    button(element, 'Trace a slow request').click();
    await drawn(element);
    const spans = [...root(element).querySelectorAll<HTMLElement>('.waterfall button')];
    expect(spans.length).to.be.within(5, 40);
    spans.at(-1)!.click();
    await drawn(element);
    expect(shown(element, '.here')).to.match(/of which .* in itself/);
    expect(element.trace).to.match(/^[0-9a-f]{32}\/[0-9a-f]{16}$/);
    const [copy] = await figures(
      `<obs-live-dashboard scenario="quiet" at="60" trace="${element.trace}"></obs-live-dashboard>`,
    );
    await settled(copy as typeof element);
    expect(here(copy!)).to.equal('Span and logs');
  });

  it('follows what another element of its system selects', async () => {
    const host = place(
      '<obs-live-dashboard system="a" at="60" scenario="quiet"></obs-live-dashboard><obs-live-dashboard system="a"></obs-live-dashboard>',
    );
    const [one, other] = [...host.querySelectorAll('obs-live-dashboard')];
    await drawn(one!);
    await settled(one!);
    button(one!, 'Trace a slow request').click();
    await drawn(one!);
    await drawn(other!);
    expect(here(other!)).to.equal('Request');
    expect(other!.playback === one!.playback).to.equal(true);
  });

  it('goes back to the page, lets the reader act otherwise, and compares both futures from one link', async () => {
    const cure = { type: 'roll-back', service: 'payment-service' } as const;
    const element = await dashboard('at="720" open="again"');
    element.mitigate(cure);
    await step(element, 240);
    const card = shown(element, '[part=card]');
    button(element, 'Go back to the page').click();
    await settled(element);
    expect(element.currentTime).to.equal(405);
    expect(element.playback.run.record.actions).to.deep.equal([]);
    expect(shown(element, '[part=section] p')).to.match(/It is 01:46:45 again/);
    element.mitigate(cure);
    await step(element, 300);
    expect(shown(element, '[part=section] p')).to.match(/This way is \d min .* shorter, and spares [\d,]+ customers/);
    const rows = [...root(element).querySelectorAll('.unseen tr')].map(({ textContent }) => words(textContent));
    expect(rows[1]).to.match(/^Time to mitigate 7 min \d+ s ?2 min \d+ s$/);
    const hurt = /Customers hurt ([\d,]+)/.exec(card)![1]!;
    expect(rows.at(-1)!.startsWith(`Customers hurt ${hurt}`), rows.at(-1)).to.equal(true);

    const link = decodeURIComponent(element.shareUrl());
    // Whoever opens the link sees the same, from the records alone.
    const other = await dashboard(
      `at="${element.at}" actions="${element.actions}" first="${element.first}" first-until="${element.firstUntil}" open="again"`,
    );
    while (/being computed/.test(shown(other, '[part=section]'))) await settled(other);
    const same = [...root(other).querySelectorAll('.unseen tr')].map(({ textContent }) => words(textContent));
    expect(same).to.deep.equal(rows);
    expect(link).to.include(element.first);
  });

  it('writes a post-mortem with the timeline, without blame', async () => {
    const element = await dashboard('at="900" actions="720 roll-back service=payment-service" open="review"');
    const review = inside(element, '[part=review]').textContent;
    expect(review).to.match(/^# Slow query, 01:45\n/);
    expect(review).to.match(/blameless/);
    for (const line of [
      '- 01:45 the cause: Slow query',
      '- 01:46:45 page: Too many slow requests',
      '- 01:52 on call: Roll back (payment-service)',
    ]) {
      expect(review).to.include(line);
    }
    expect(review).to.match(/## What went well\n\n- The page came 1 min 45 s after the cause\./);
    expect(review).not.to.match(/NaN|undefined|blame on/);
  });

  it('exports what is on the screen in formats that are read again', async () => {
    const element = await dashboard('at="60" scenario="quiet"');
    const { model } = { model: element.exportData('csv').trim().split('\n') };
    expect(model[0]).to.match(/^seconds,p50,p95,p99,p99_failed,requests_per_second/);
    expect(model).to.have.length(13);
    const traces = readTraces(element.exportData('otlp'));
    expect(traces.ok && traces.traces.length).to.be.above(5);
    expect(traces.ok && traces.traces.every(({ spans }) => spans.length > 3)).to.equal(true);
    const { records, rejected } = readLogs(element.exportData('ndjson'));
    expect(rejected).to.deep.equal([]);
    expect(records[0]).to.include.keys('timestamp', 'level', 'service', 'event', 'trace_id');
    const metrics = parseOpenMetrics(element.exportData('openmetrics'));
    expect(metrics.ok, JSON.stringify(metrics).slice(0, 200)).to.equal(true);
  });

  it('says what it cannot use, beside the field, and loses nothing', async () => {
    const element = await dashboard();
    const heard = listen(element);
    for (const garbage of ['abc', '-1', '1e309', '']) {
      element.setAttribute('objective', garbage);
      element.setAttribute('latency-objective', garbage);
      element.setAttribute('first-until', garbage);
      await drawn(element);
      expect(element.objective).to.equal(OBJECTIVES.availability * 100);
      expect(element.latencyObjective).to.equal(400);
      expectNoGarbage(element);
    }
    expect(new Set(heard.map(({ type }) => type))).to.deep.equal(new Set(['obs-error']));
    expect(words(inside(element, '#note-objective').textContent)).to.match(/is not a number from 90 to 100/);
    for (const [name, garbage] of Object.entries({
      fault: 'x',
      mitigation: '9',
      first: '%%',
      actions: 'a b c',
      trace: '<b>',
      scenario: 'none',
      target: 'nowhere',
    })) {
      element.setAttribute(name, garbage);
    }
    await drawn(element);
    expectNoGarbage(element);
    expect(field<HTMLSelectElement>(element, 'target').value).to.equal('api-gateway');
  });

  it('works on a shop of one queue, where there is little to break', async () => {
    const element = await dashboard('scenario="one-queue" at="60"');
    expect(sentence(element)).not.to.equal('');
    expectNoGarbage(element);
  });

  it('watches from the start when the objectives change', async () => {
    const element = await dashboard('scenario="quiet" at="60"');
    await element.change('latencyObjective', 100);
    await settled(element);
    expect(element.currentTime).to.equal(60);
    expect(sentence(element)).to.match(/take longer than 100 ms/);
  });
});
