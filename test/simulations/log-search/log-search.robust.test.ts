import { expect } from '@open-wc/testing';
import { drawn, expectNoGarbage, inside, notes, part, root, sentence, words } from '../../helpers.js';
import { MOST_BYTES } from '../../../src/simulations/log-search/log-search.settings.js';
import { logSearch, rows, settled } from './page.js';

describe('<obs-log-search> with any file', function any() {
  const files: Readonly<Record<string, readonly [log: string, expected: RegExp]>> = {
    'that is empty': ['', /There is nothing in your file/],
    'of blank lines': ['\n \n\t\n', /There is nothing in your file/],
    'that is prose': ['Once upon a time\nthere was no structure\n', /finds 2 lines/],
    'that is binary': ['\0\u0001\ufffd\ufffd\0PK\u0003\u0004'.repeat(1000), /Not one of 1 lines/],
    'of one endless line': ['x'.repeat(4_000_000), /Not one of 1 lines/],
    'of one endless record': [`{"a":"${'b'.repeat(4_000_000)}"}`, /Not one of 1 lines/],
    '100,000 levels deep': ['{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), /finds 1 lines/],
    'that is cut off': ['{"level":"INFO","a":1}\n{"level":"ERR', /finds 2 lines/],
    'with a list': ['[1,2,3]\n{"a":1}\n', /finds 2 lines/],
    'with keys of every object': [
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":2,"level":"ERROR"}\n',
      /finds 1 lines/,
    ],
    'with a new field in every line': [
      Array.from({ length: 3000 }, (_, row) => `field${row}=${row}`).join('\n'),
      /finds 3,000 lines/,
    ],
    'with times that are none': ['time=yesterday level=INFO\ntime=1e400 level=5\nts=-1\n', /finds 3 lines/],
    'with a mark of byte order': ['\ufeff{"a":1}\r\n{"a":2}\r\n', /finds 2 lines/],
    'with half characters': ['{"a":"\\ud800 \\udc00 \u{1f600}"}\n', /finds 1 lines/],
  };
  for (const [name, [log, expected]] of Object.entries(files)) {
    it(`says what it makes of a file ${name}`, async () => {
      const figure = await logSearch('open="own fields secrets dialects request cost"');
      figure.openLog(log, 'file');
      await settled(figure);
      expect(sentence(figure)).to.match(expected);
      expectNoGarbage(figure);
      expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
    });
  }

  it('reads the beginning of a file that is cut at any byte', async () => {
    const log =
      '{"level":"INFO","msg":"\u00e4\u{1f600}","n":1}\n{"level":"WARN","msg":"b","n":[1,{"x":2}]}\nlevel=ERROR msg="c d"\n';
    const bytes = new TextEncoder().encode(log);
    const figure = await logSearch('open="own"');
    for (let end = 0; end <= bytes.length; end++) {
      figure.openLog(new TextDecoder().decode(bytes.slice(0, end)), 'cut');
      await settled(figure);
      expect(sentence(figure), String(end)).to.match(/finds [123] lines|Not one of|nothing in your file/);
    }
  });

  it('keeps markup text, wherever it comes from', async () => {
    const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>{{x}}${y}';
    const record = {
      level: evil,
      service: evil,
      event: evil,
      message: evil,
      trace_id: evil,
      timestamp: evil,
      [evil]: evil,
    };
    const log = JSON.stringify(record).repeat(1);
    const figure = await logSearch('open="request fields dialects secrets cost own"');
    figure.openLog(log, evil);
    figure.query = '"<img"';
    figure.text = '<img';
    figure.trace = evil;
    figure.heading = evil;
    await settled(figure);
    rows(figure, 'query')[0]!.click();
    await settled(figure);
    expect(root(figure).querySelectorAll('img, script').length).to.equal(0);
    expect(Object.hasOwn(window, 'hit')).to.equal(false);
    expect(words(part(figure, 'record').textContent)).to.contain(evil);
    expect(words(root(figure).querySelector('.request')!.textContent)).to.contain(evil);
  });

  it('refuses a file that is too large, and keeps the log it has', async () => {
    const figure = await logSearch('open="own"');
    const before = sentence(figure).replace(/[\d.]+ ms/g, '');
    const large = new File([new Uint8Array(MOST_BYTES + 1)], 'large.log');
    const files = new DataTransfer();
    files.items.add(large);
    figure.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    await settled(figure);
    expect(notes(figure).join()).to.contain('The file is larger than 32 MiB');
    expect(sentence(figure).replace(/[\d.]+ ms/g, '')).to.equal(before);
  });

  it('gives up on a pattern that takes too long, on either side, and searches on with the next', async () => {
    const figure = await logSearch('text="/.{0,300}[0-9].{90}[a-z].{60}!/"');
    const answered = (): boolean => /too long|ms/.test(sentence(figure));
    expect(answered()).to.equal(true);
    figure.query = 'message=~".{0,300}[0-9].{90}[a-z].{60}!"';
    await settled(figure);
    expect(answered()).to.equal(true);
    figure.text = 'payment';
    figure.query = 'level=ERROR';
    await settled(figure);
    expect(sentence(figure)).to.contain('Text search takes');
  });

  it('answers what was asked last when asked faster than it can search', async () => {
    const figure = await logSearch();
    for (const query of ['level=INFO', 'level=WARN', 'message=~"a+b"', 'status=500']) {
      figure.query = query;
      await drawn(figure);
    }
    await settled(figure);
    expect(
      rows(figure, 'query').every(
        ({ textContent }) => words(textContent).includes('status=500') || words(textContent).includes('missed'),
      ),
    ).to.equal(true);
  });

  it('shares a log with the others on the page', async () => {
    const first = await logSearch();
    const second = await logSearch('question="slow"');
    expect(sentence(first)).to.contain('Text search');
    expect(sentence(second)).to.contain('Text search');
    first.scrollIntoView();
    first.openLog('a=1\n', 'mine');
    await settled(first);
    expect(sentence(first)).to.contain('finds 1 lines');
    expect(words(part(second, 'footer').textContent)).to.contain('seed 65');
  });

  it('says how many lines are not what they begin like, and loses none', async () => {
    const figure = await logSearch('open="own"');
    figure.openLog('{nope\n'.repeat(50), 'bad');
    await settled(figure);
    expect(notes(figure).join()).to.contain('50 lines could not be read. The first is line 1:');
    expect(inside(figure, "[part='stage']").textContent).not.to.contain('NaN');
  });
});
