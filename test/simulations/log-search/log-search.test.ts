import { expect } from '@open-wc/testing';
import '../../../src/i18n/de/index.js';
import { ObsSelectEvent } from '../../../src/events.js';
import { QUESTIONS } from '../../../src/simulations/log-search/questions/questions.model.js';
import {
  drawn,
  expectNoGarbage,
  field,
  inside,
  listen,
  notes,
  part,
  place,
  problems,
  root,
  sentence,
  type,
  words,
} from '../../helpers.js';
import { smallCorpus, smallRecords } from './corpora.js';
import { countButton, counts, list, logSearch, opened, rows, settled, took } from './page.js';

const NDJSON = `{"time":"2026-01-01T10:00:00Z","level":"ERROR","service":"a","msg":"boom","trace_id":"t1","span_id":"s1"}
{"time":"2026-01-01T10:00:02Z","level":"INFO","service":"b","msg":"fine","trace_id":"t1","span_id":"s2"}
level=warn service=c msg="not so fine" time=2026-01-01T10:00:01Z trace_id=t1
{what is this
`;

describe('<obs-log-search>', function element() {
  it('asks the lesson’s question first, and says what text and query make of it', async () => {
    const figure = await logSearch();
    expect(field(figure, 'query').value).to.equal('level=ERROR AND event=payment_failed AND amount>100');
    const { truth } = smallCorpus().known!;
    const failed = smallRecords().filter(({ event }) => event === 'payment_failed').length;
    expect(counts(figure, 'text')).to.deep.equal([truth.payments.length, failed - truth.payments.length, 0]);
    expect(counts(figure, 'query')).to.deep.equal([truth.payments.length, 0, 0]);
    expect(sentence(figure)).to.contain(`is wrong ${failed - truth.payments.length} times`);
    expect(took(figure, 'text')).to.match(/^[\d.]+ ms read all 10,000 lines$/);
    expect(took(figure, 'query')).to.match(/^[\d.]+ ms looked at \d+ of 10,000$/);
  });

  it('shows every question’s right answer on the right', async () => {
    for (const question of QUESTIONS) {
      const figure = await logSearch(`question="${question}"`);
      expect(counts(figure, 'query'), question).to.deep.equal([smallCorpus().known!.truth[question].length, 0, 0]);
    }
  });

  it('marks every line as right, false or missed, and lists each kind alone', async () => {
    const figure = await logSearch('question="warnings"');
    const [right, wrong, missed] = counts(figure, 'text');
    expect([wrong, right! + missed!]).to.deep.equal([0, smallCorpus().known!.truth.warnings.length]);
    for (const row of rows(figure, 'text'))
      expect(words(row.textContent)).to.match(/^(✓ ?right|✗ ?false hit|○ ?missed): /);
    countButton(figure, 'text', 'missed').click();
    await drawn(figure);
    expect(countButton(figure, 'text', 'missed').getAttribute('aria-pressed')).to.equal('true');
    expect(rows(figure, 'text').every(({ textContent }) => /missed:.* WARN /.test(words(textContent)))).to.equal(true);
    expect(rows(figure, 'text')[0]!.getAttribute('aria-setsize')).to.equal(String(missed));
    countButton(figure, 'text', 'missed').click();
    await drawn(figure);
    expect(rows(figure, 'text')[0]!.getAttribute('aria-setsize')).to.equal(String(right! + missed!));
  });

  it('draws only the rows in view, whatever there is', async () => {
    const figure = await logSearch('query="level=*" text="2024"');
    for (const side of ['text', 'query'] as const) {
      expect(rows(figure, side).length).to.be.at.most(10);
      expect(rows(figure, side)[0]!.getAttribute('aria-setsize')).to.equal('10000');
      const box = list(figure, side);
      box.scrollTop = box.scrollHeight;
      box.dispatchEvent(new Event('scroll'));
      await drawn(figure);
      expect(rows(figure, side).at(-1)!.getAttribute('aria-posinset')).to.equal('10000');
      expect(rows(figure, side).length).to.be.at.most(10);
    }
  });

  it('searches for what the reader types, and tells the page', async () => {
    const figure = await logSearch();
    const heard = listen(figure);
    await type(field(figure, 'query'), 'status=500');
    await settled(figure);
    expect(heard.map(({ type: kind, setting, value }) => [kind, setting, value])).to.deep.equal([
      ['obs-change', 'query', 'status=500'],
    ]);
    const answers = smallRecords().filter(({ status }) => status === 500).length;
    const [right, wrong] = counts(figure, 'query');
    expect(right! + wrong!).to.equal(answers);
    await type(field(figure, 'text'), '/amount=\\$[1-9]\\d\\d/');
    await settled(figure);
    expect(counts(figure, 'text')).to.deep.equal([smallCorpus().known!.truth.payments.length, 0, 0]);
  });

  it('keeps what is being typed when it is drawn anew', async () => {
    const figure = await logSearch();
    const input = field(figure, 'query');
    input.value = 'level=ER';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn(figure);
    figure.requestUpdate();
    await drawn(figure);
    expect(field(figure, 'query').value).to.equal('level=ER');
    const offered = [...root(figure).querySelectorAll('datalist option')].map((option) => option.getAttribute('value'));
    expect(offered).to.deep.equal(['level=ERROR']);
  });

  it('begins another question with its own text and query', async () => {
    const figure = await logSearch('text="x" query="level=WARN"');
    const select = field<HTMLSelectElement>(figure, 'question');
    select.value = 'slow';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(figure);
    expect([figure.question, figure.text, figure.query]).to.deep.equal(['slow', '', '']);
    expect(field(figure, 'query').value).to.equal('service=payment-service AND duration_ms>5000');
  });

  it('says in which column a query goes wrong and what was expected there', async () => {
    const host = place();
    const heard = listen(host);
    host.innerHTML = '<obs-log-search lines="10000" query="level=ERROR AND (amount>"></obs-log-search>';
    const figure = host.querySelector('obs-log-search')!;
    await settled(figure);
    expect(problems(figure)).to.deep.equal(['Column 25: expected a value.']);
    expect(heard.map(({ type: kind, setting, message }) => [kind, setting, message])).to.deep.equal([
      ['obs-error', 'query', 'Column 25: expected a value.'],
    ]);
    expect(field(figure, 'query').getAttribute('aria-invalid')).to.equal('true');
    expect(sentence(figure)).to.contain('cannot be carried out');
    figure.query = 'level=ERROR OR';
    await settled(figure);
    expect(problems(figure)[0]).to.equal('Column 15: expected a field, a text, ( or NOT.');
    expectNoGarbage(figure);
  });

  it('says why a regular expression cannot be searched for', async () => {
    const figure = await logSearch('text="/(payment/"');
    expect(problems(figure)[0]).to.match(/no regular expression.*not closed/);
    expect(field(figure, 'text').getAttribute('aria-invalid')).to.equal('true');
    figure.query = 'message=~"(a"';
    await settled(figure);
    expect(problems(figure).join()).to.match(/Column 10: /);
  });

  it('uses what it can of what it is given, and says what it cannot', async () => {
    const figure = await logSearch();
    const heard = listen(figure);
    const garbage = ['abc', '-1', '1e309', '', '100001'];
    for (const given of garbage) {
      for (const setting of ['lines', 'question'] as const) {
        figure.setAttribute(setting, given);
        await settled(figure);
        expect(
          problems(figure).some((note) => note.includes(`“${given}” is not one of`)),
          `${setting}=${given}`,
        ).to.equal(true);
      }
      expect([figure.lines, figure.question], given).to.deep.equal(['10000', 'payments']);
      expectNoGarbage(figure);
    }
    expect(heard.map(({ type: kind, given }) => [kind, given])).to.deep.equal(
      garbage.flatMap((given) => [
        ['obs-error', given],
        ['obs-error', given],
      ]),
    );
    expect(counts(figure, 'query')[0]).to.equal(smallCorpus().known!.truth.payments.length);
  });

  it('shows the record of a line, and tells the page which it is', async () => {
    const figure = await logSearch();
    const selected: ObsSelectEvent[] = [];
    figure.addEventListener('obs-select', (event) => selected.push(event));
    rows(figure, 'query')[1]!.click();
    await drawn(figure);
    const record = smallRecords()[smallCorpus().known!.truth.payments[1]!]!;
    expect(rows(figure, 'query')[1]!.getAttribute('aria-selected')).to.equal('true');
    const shown = words(part(figure, 'record').textContent);
    for (const [name, value] of Object.entries(record)) expect(shown).to.contain(`${name} ${String(value)}`);
    expect(selected.map(({ selection }) => selection)).to.deep.equal([
      { kind: 'log', traceId: record['trace_id'], spanId: record['span_id'] },
    ]);
  });

  it('follows a request through every service in order', async () => {
    const figure = await logSearch();
    const selected: ObsSelectEvent[] = [];
    rows(figure, 'query')[0]!.click();
    await drawn(figure);
    figure.addEventListener('obs-select', (event) => selected.push(event));
    inside<HTMLButtonElement>(figure, "[part='record'] button").click();
    await settled(figure);
    const { trace_id: traceId } = smallRecords()[smallCorpus().known!.truth.payments[0]!]!;
    expect(figure.trace).to.equal(traceId);
    expect(figure.open).to.equal('request');
    expect(selected.map(({ selection }) => selection)).to.deep.equal([{ kind: 'trace', traceId, spanId: '' }]);
    const expected = smallRecords().filter(({ trace_id: id }) => id === traceId);
    const lines = [...root(figure).querySelectorAll('.request tr')].slice(1).map((line) => words(line.textContent));
    expect(lines.length).to.equal(expected.length);
    for (const [index, record] of expected.entries()) {
      expect(lines[index]).to.contain(String(record['service']));
      expect(lines[index]).to.contain(`${String(record['event'])} ${String(record['message'])}`);
    }
    const services = new Set(expected.map(({ service }) => service)).size;
    expect(opened(figure, 'Follow the request')).to.contain(`${expected.length} lines from ${services} services`);
  });

  it('counts fields and values, and adds a value to the query', async () => {
    const figure = await logSearch('open="fields"');
    const count = smallRecords().filter(({ amount }) => amount !== undefined).length;
    expect(opened(figure, 'Fields')).to.contain(`amount ${count.toLocaleString('en')}`);
    const button = (label: string): HTMLButtonElement => inside(figure, `button[aria-label='${label}']`);
    button('Show the values of service').click();
    await drawn(figure);
    const postgres = smallRecords().filter(({ service }) => service === 'postgres').length;
    expect(opened(figure, 'Fields')).to.contain(`+ postgres ${postgres}`);
    button('Add service=postgres to the query').click();
    await settled(figure);
    expect(figure.query).to.equal('level=ERROR AND event=payment_failed AND amount>100 AND service=postgres');
    button('Show the values of trace_id').click();
    await drawn(figure);
    expect(opened(figure, 'Fields')).to.contain('Too many different values');
  });

  it('draws the volume over time of what the query found and of each level', async () => {
    const figure = await logSearch('question="warnings"');
    const bars = [...part(figure, 'volume').querySelectorAll('svg')].map((bar) => bar.getAttribute('aria-label') ?? '');
    const total = (level: string): string =>
      smallRecords()
        .filter((record) => record['level'] === level)
        .length.toLocaleString('en');
    expect(bars.map((bar) => bar.split(' lines')[0])).to.deep.equal([
      `query: ${smallCorpus().known!.truth.warnings.length}`,
      `ERROR: ${total('ERROR')}`,
      `WARN: ${total('WARN')}`,
      `INFO: ${total('INFO')}`,
    ]);
  });

  it('says the query in six languages', async () => {
    const figure = await logSearch('open="dialects"');
    for (const language of ['LogQL', 'KQL', 'Lucene', 'LogsQL', 'Datadog', 'SQL']) {
      expect(opened(figure, 'The same query elsewhere')).to.contain(language);
    }
    expect(opened(figure, 'The same query elsewhere')).to.contain("WHERE level = 'ERROR' AND event = 'payment_failed'");
    figure.query = 'message=~"time"';
    await settled(figure);
    expect(opened(figure, 'The same query elsewhere')).to.contain('KQL cannot say this.');
  });

  it('checks the log for what must not be there, and says that it is a lint', async () => {
    const figure = await logSearch('open="secrets"');
    await settled(figure);
    for (let wait = 0; wait < 200 && opened(figure, 'What must not').includes('Checking'); wait++) await drawn(figure);
    const shown = opened(figure, 'What must not be there');
    expect(shown).to.contain('No token, card number, address or password in 10,000 lines.');
    expect(shown).to.contain('not a guarantee');
    const marked = [...root(figure).querySelectorAll('.secret')].map(({ textContent }) => textContent);
    expect(marked).to.deep.equal(['jo@example.com', 'hunter2', '4111-1111-1111-1111']);
    expect(figure.shareUrl()).not.to.contain('hunter2');
  });

  it('says what the index costs', async () => {
    const figure = await logSearch('open="cost"');
    const { store, lines, textBytes } = smallCorpus();
    expect(lines.bytes).to.be.above(store.bytes);
    const [, perLine] = /to build, (\d+) B a line/.exec(opened(figure, 'What the index costs')) ?? [];
    expect(Number(perLine)).to.be.within(1, Math.ceil((store.bytes + textBytes) / 10_000) + 30);
  });

  it('reads a log of the reader’s own, and says what it cannot read of it', async () => {
    const figure = await logSearch('open="own"');
    figure.openLog(NDJSON, 'my.log');
    await settled(figure);
    expect(sentence(figure)).to.match(/^Text search finds 4 lines in .*, the query 4 in/);
    expect(words(part(figure, 'footer').textContent)).to.contain('your log: my.log');
    expect(notes(figure).join()).to.match(/1 lines could not be read\. The first is line 4: /);
    expect(counts(figure, 'text')).to.deep.equal([]);
    figure.query = 'level>=WARN';
    figure.text = 'fine';
    figure.trace = 't1';
    figure.open = 'request own';
    await settled(figure);
    expect(rows(figure, 'query').length).to.equal(2);
    expect(rows(figure, 'text').length).to.equal(2);
    const lines = [...root(figure).querySelectorAll('.request tr')].slice(1).map((line) => words(line.textContent));
    expect(lines.map((line) => line.split(' ').slice(0, 4).join(' '))).to.deep.equal([
      '0 ms a ERROR',
      '1,000 ms c warn',
      '2,000 ms b INFO',
    ]);
    expectNoGarbage(figure);
    [...root(figure).querySelectorAll('button')]
      .find(({ textContent }) => textContent?.includes('Back to the shop'))!
      .click();
    await settled(figure);
    expect(words(part(figure, 'footer').textContent)).to.contain('seed 65');
  });

  it('takes pasted lines and a file', async () => {
    const figure = await logSearch('open="own"');
    const form = inside<HTMLFormElement>(figure, 'form');
    form.querySelector('textarea')!.value = NDJSON;
    form.requestSubmit();
    await settled(figure);
    expect(words(part(figure, 'footer').textContent)).to.contain('your log: pasted lines');
    const input = inside<HTMLInputElement>(figure, 'input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File(['level=INFO a=1\n'], 'one.log'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(figure);
    expect(sentence(figure)).to.contain('finds 1 lines');
  });

  it('takes a file that is dropped on it', async () => {
    const figure = await logSearch();
    const files = new DataTransfer();
    files.items.add(new File(['level=INFO a=1\nlevel=INFO a=2\n'], 'dropped.log'));
    const over = new DragEvent('dragover', { dataTransfer: files, bubbles: true, cancelable: true });
    figure.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    figure.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    await settled(figure);
    expect(sentence(figure)).to.contain('finds 2 lines');
  });

  it('speaks German', async () => {
    const figure = await logSearch('lang="de" open="request fields dialects secrets cost own"');
    expect(sentence(figure)).to.match(/^Die Textsuche braucht [\d,]+ ms und irrt sich/);
    expect(words(root(figure).textContent)).not.to.match(/\b(lines|found|Query|Follow|missed|never|Copy)\b/);
  });

  it('is a picture without controls', async () => {
    const figure = await logSearch('no-controls query="level="');
    expect(root(figure).querySelectorAll('input, select, details').length).to.equal(0);
    expect(problems(figure)[0]).to.contain('expected a value');
  });

  it('gives what it found as NDJSON and as CSV', async () => {
    const figure = await logSearch();
    const { truth } = smallCorpus().known!;
    const lines = figure.exportData('ndjson').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).to.deep.equal(
      truth.payments.map((row) => smallRecords()[row]),
    );
    const csv = figure.exportData('csv').split('\r\n');
    expect(csv[0]).to.match(/^timestamp,level,service/);
    expect(csv.length).to.equal(truth.payments.length + 2);
    figure.openLog('a="=1+1" b="x,y"\n');
    await settled(figure);
    expect(figure.exportData('csv')).to.equal('a,b\r\n\'=1+1,"x,y"\r\n');
  });

  it('opens again from a link', async () => {
    const figure = await logSearch('id="logs"');
    figure.question = 'slow';
    figure.query = 'duration_ms>9000';
    const url = figure.shareUrl();
    figure.remove();
    history.replaceState(null, '', new URL(url).hash);
    const again = await logSearch('id="logs"');
    history.replaceState(null, '', location.pathname + location.search);
    expect([again.question, again.query]).to.deep.equal(['slow', 'duration_ms>9000']);
  });

  it('begins where it was when it is taken out and put back, and stops when the reader does not want to wait', async () => {
    place('<obs-log-search lines="1000000"></obs-log-search>');
    const figure = document.querySelector('obs-log-search')!;
    await drawn(figure);
    expect(sentence(figure)).to.match(/writes its log: \d+ %/);
    expect(root(figure).querySelector('progress') !== null).to.equal(true);
    inside<HTMLButtonElement>(figure, '.progress button').click();
    await settled(figure);
    expect(sentence(figure)).to.contain('Stopped');
    figure.remove();
    figure.lines = '10000';
    place().append(figure);
    await settled(figure);
    expect(counts(figure, 'query')[0]).to.equal(smallCorpus().known!.truth.payments.length);
  });
});
