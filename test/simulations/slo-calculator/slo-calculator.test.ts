import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../../src/i18n/de/index.js';
import {
  calculator,
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
  slider,
  words,
} from '../../helpers.js';

const EVERYTHING = 'open="nines dependencies alerts methods rules"';

function summary(element: Element, title: string): string {
  const summaries = Array.from(root(element).querySelectorAll('summary'), ({ textContent }) => words(textContent));
  return summaries.find((text) => text.startsWith(title)) ?? '';
}

function row(element: Element, head: string): string[] {
  const rows = Array.from(root(element).querySelectorAll('tr'), (tr) =>
    Array.from(tr.children, ({ textContent }) => words(textContent)),
  );
  return rows.find(([first]) => first === head) ?? [];
}

describe('<obs-slo-calculator>', () => {
  describe('shows', () => {
    it('43 min 12 s in 30 days at 99.9 %', async () => {
      const element = await calculator();
      expect(sentence(element)).to.equal('At 99.9 % you may be down 43 min 12 s in 30 days, or fail 259,200 requests.');
    });

    it('what every period allows', async () => {
      const element = await calculator();
      const allowed = Array.from(part(element, 'stage').querySelectorAll('td'), ({ textContent }) =>
        words(textContent),
      );
      expect(allowed).to.deep.equal([
        '1 min 26.4 s',
        '10 min 4.8 s',
        '43 min 12 s',
        '2 h 9 min 36 s',
        '8 h 45 min 36 s',
      ]);
    });

    it('a window of its own among the periods', async () => {
      const element = await calculator('window="28d"');
      expect(row(element, '28 days')).to.deep.equal(['28 days', '40 min 19.2 s']);
    });

    it('8 min 12 s, 19 %, on day 15 with 35 minutes spent', async () => {
      const element = await calculator('spent="35" elapsed-days="15"');
      expect(sentence(element)).to.contain('8 min 12 s are left for the other 15 days');
      const stage = words(part(element, 'stage').textContent);
      expect(stage).to.contain('day 15 of 30');
      expect(stage).to.contain('35 min spent, 81 %');
      expect(stage).to.contain('8 min 12 s left, 19 %');
      expect(notes(element).join()).to.contain('Freeze risky deploys');
    });

    it('the same for as many failed requests', async () => {
      const element = await calculator('spent="210000" spent-unit="requests"');
      expect(sentence(element)).to.contain('You have used 210,000 failed requests; 49,200 failed requests are left');
    });

    it('a budget that is spent to the last second, as just kept', async () => {
      for (const settings of [
        'objective="99.99" window="30d" spent="4.32"',
        'objective="99.9" window="28d" spent="40.32"',
        'objective="99.9" window="31d" spent="44.64"',
        'objective="99.9" window="2026-03" time-zone="Europe/Berlin" spent="44.58"',
      ]) {
        const element = await calculator(settings);
        expect(sentence(element), settings).to.contain('0 s are left, and the objective is just kept');
        expect(words(part(element, 'stage').textContent), settings).to.contain('0 s left, 0 %');
        expect(notes(element).join(), settings).to.contain('Hard freeze').and.not.to.contain('at this pace');
      }
    });

    it('a calendar month by the clocks of a time zone, and which', async () => {
      const element = await calculator('window="2026-03" time-zone="Europe/Berlin"');
      expect(sentence(element)).to.contain('44 min 34.8 s in March 2026 (Europe/Berlin)');
      expect(sentence(await calculator('window="2026-03"'))).to.contain('44 min 38.4 s in March 2026 (UTC)');
    });

    it('no more downtime than there was time', async () => {
      const element = await calculator('spent="100000" spent-unit="requests" requests-per-second="0.01"');
      expect(notes(element).join()).to.contain('115 d 17 h 46 min 40 s of downtime do not fit into 15 d');
      expect(words(part(element, 'stage').textContent)).to.contain('0 s spent, 0 %');
      expect(notes(await calculator('elapsed-days="40"')).join()).to.contain('Day 40 is after the end of the window');
    });

    it('what is overspent, as far as it goes', async () => {
      const element = await calculator('objective="99.95" spent="40"');
      expect(sentence(element)).to.contain('18 min 24 s too much: the objective is missed');
      expect(notes(element).join()).to.contain('Hard freeze');
    });

    it('99.94 % for dependencies of 99.95 % and 99.99 %, and which of them breaks 99.99 %', async () => {
      const element = await calculator('objective="99.99" dependencies="database 99.95, cloud 99.99"');
      expect(summary(element, 'Dependencies')).to.contain('99.94 % at best. Your database alone will break this.');
    });

    it('a burn rate of 33.3x that empties the budget in 21.6 h, at two minutes in the last hour', async () => {
      const element = await calculator('recent-minutes="2" open="alerts"');
      expect(words(part(element, 'controls').textContent)).to.contain('burns at 33.3x: a budget lasts 21.6 h');
    });

    it('2 % of the budget spent in an hour at 14.4x', async () => {
      const element = await calculator('open="alerts"');
      expect(row(element, '14.4x page')).to.deep.equal(['14.4x page', '1 h, 5 min', '1.44 %', '2 %', '51.8 s']);
    });

    it('that a rule at 14.4x can never fire at 90 %', async () => {
      const element = await calculator('objective="90" open="alerts"');
      expect(summary(element, 'Burn-rate alerts')).to.contain('3 of 4 rules can fire');
      expect(row(element, '14.4x page').at(-1)).to.equal('never');
      expect(notes(element)).to.include(
        'A rule at 14.4x can never fire: when everything fails, this objective burns at 10x.',
      );
    });

    it('that all four rules can fire at 99.9 %', async () => {
      const element = await calculator('open="alerts"');
      expect(summary(element, 'Burn-rate alerts')).to.contain('4 of 4 rules can fire');
      expect(notes(element).join()).not.to.contain('never');
    });

    it('the table of nines, with a row for an objective between them', async () => {
      const element = await calculator('objective="99.93" open="nines"');
      expect(row(element, '99.999 %')).to.deep.equal(['99.999 %', '25.9 s', '5 min 15.4 s', 'emergency calls']);
      expect(row(element, '99.93 %')).to.deep.equal(['99.93 %', '30 min 14.4 s', '6 h 7 min 55 s', '']);
      expect(summary(element, 'The nines')).to.contain('most products');
    });

    it('the other calendar, where 99 % is 7 h 18 min a month', async () => {
      const plain = await calculator('objective="99"');
      expect(row(plain, 'a month 30 days')[1]).to.equal('7 h 12 min');
      const gregorian = await calculator('objective="99" calendar="gregorian"');
      expect(row(gregorian, 'a month 30.44 days')[1]).to.equal('7 h 18 min 17 s');
      expect(row(gregorian, 'a year 365.24 days')[1]).to.equal('3 d 15 h 39 min 30 s');
    });

    it('a calendar month of its own length', async () => {
      const element = await calculator('window="2026-02"');
      expect(sentence(element)).to.contain('40 min 19.2 s in February 2026');
    });

    it('that one failure in an hour is too many at ten requests an hour', async () => {
      const element = await calculator('requests-per-second="0.0027777778"');
      expect(notes(element).join()).to.contain(
        'a single failed request in an hour burns at 100x and uses 13.9 % of the budget',
      );
    });

    it('three ways to count one outage', async () => {
      const element = await calculator('spent="30" outage-hour="9" open="methods"');
      const counted = Array.from(root(element).querySelectorAll('[part=controls] p.line'), (line) =>
        words(line.textContent),
      );
      expect(counted).to.deep.equal(['Occurrences 69.4 %', 'Timeslices 69.4 %', 'RatioTimeslices 69.4 %']);
    });

    it('the last hour on no axis, and no pace, while nothing has failed', async () => {
      const element = await calculator('open="alerts"');
      expect(words(part(element, 'controls').textContent)).not.to.contain('That burns');
      expect(notes(element).join()).not.to.contain('It burns at');
    });
  });

  describe('of what cannot be used', () => {
    const refusals: readonly (readonly [string, string])[] = [
      ['objective', 'abc'],
      ['objective', '-1'],
      ['objective', '0'],
      ['objective', '100.1'],
      ['objective', '1e309'],
      ['objective', ''],
      ['window', '0'],
      ['window', ''],
      ['window', 'soon'],
      ['requests-per-second', '0'],
      ['spent', '-1'],
      ['elapsed-days', 'x'],
      ['dependencies', 'database'],
      ['spent-unit', 'hours'],
      ['theme', 'blue'],
      ['rules-format', 'toml'],
    ];
    for (const [attribute, given] of refusals) {
      it(`says so in place: ${attribute}="${given}"`, async () => {
        const host = place();
        const heard = listen(host);
        host.innerHTML = `<obs-slo-calculator ${attribute}="${given}" ${EVERYTHING}></obs-slo-calculator>`;
        const element = host.querySelector('obs-slo-calculator')!;
        await drawn(element);
        const [note, ...more] = problems(element);
        expect(note).to.contain(`“${given}”`);
        expect(more).to.deep.equal([]);
        expect(heard[0]).to.deep.include({ type: 'obs-error', given, message: note });
        expect(heard.map(({ type }) => type)).not.to.include('obs-change');
        expect(sentence(element)).to.match(/^At 99\.9 % you may be down 43 min 12 s in 30 days/);
        expectNoGarbage(element);
      });
    }

    it('answers a promise of 100 %', async () => {
      const element = await calculator('objective="100" spent="35" open="nines dependencies alerts methods rules"');
      expect(sentence(element)).to.equal(
        'At 100 % nothing may ever fail: no deploy, no repair, no bad second of the network.',
      );
      expect(problems(element).join()).to.contain('There is no budget at 100 %');
      expectNoGarbage(element);
    });

    it('tells the page of a promise of 100 %', async () => {
      const element = await calculator();
      const heard = listen(element);
      element.objective = 100;
      await drawn(element);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.deep.include({ type: 'obs-error', setting: 'objective', given: 100 });
    });

    const settings = ['objective', 'window', 'spent', 'dependencies', 'calendar', 'open', 'theme', 'lang', 'heading'];
    const hostile: readonly unknown[] = [Symbol('s'), null, undefined, {}, [], 10n, () => 1, Object.create(null), true];
    for (const setting of [...settings, 'noControls', 'modelPage', 'service', 'spentUnit', 'outageHour']) {
      it(`bears any value of ${setting}`, async () => {
        const element = await calculator(EVERYTHING);
        for (const value of hostile) {
          expect(() => Reflect.set(element, setting, value)).not.to.throw();
          await drawn(element);
          expect(sentence(element)).not.to.equal('');
        }
        Reflect.set(element, setting, undefined);
        await drawn(element);
        expect(problems(element)).to.deep.equal([]);
        expectNoGarbage(element);
      });
    }

    it('bears any combination of settings that can be used', async () => {
      const element = await calculator();
      const usable = fc.record({
        objective: fc.oneof(fc.double({ min: 1, max: 100, noNaN: true }), fc.constantFrom(1, 90, 99.9999, 100)),
        window: fc.constantFrom('1d', '7d', '30d', '2026-02'),
        requestsPerSecond: fc.double({ min: 1e-4, max: 1e9, noNaN: true }),
        spent: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true })),
        spentUnit: fc.constantFrom('minutes', 'requests'),
        elapsedDays: fc.double({ min: 0, max: 3660, noNaN: true }),
        recentMinutes: fc.double({ min: 0, max: 60, noNaN: true }),
        dependencies: fc.constantFrom('', 'database 99.95', 'a 0', 'a 100, b 0 x9'),
        calendar: fc.constantFrom('plain', 'gregorian'),
        outageHour: fc.integer({ min: 0, max: 23 }),
        outageFailing: fc.double({ min: 0, max: 100, noNaN: true }),
        open: fc.subarray(['nines', 'dependencies', 'alerts', 'methods', 'rules']).map((names) => names.join(' ')),
      });
      await fc.assert(
        fc.asyncProperty(usable, async (values) => {
          Object.assign(element, values);
          await element.updateComplete;
          expect(problems(element).filter((note) => note.includes('“'))).to.deep.equal([]);
          expectNoGarbage(element);
        }),
        { numRuns: 60 },
      );
    });

    it('goes on with the last good value', async () => {
      const element = await calculator('objective="99.5"');
      element.setAttribute('objective', '99');
      element.setAttribute('objective', 'abc');
      await drawn(element);
      expect(element.objective).to.equal(99);
      expect(problems(element)).to.have.length(1);
      element.setAttribute('objective', '95');
      await drawn(element);
      expect(element.objective).to.equal(95);
      expect(problems(element)).to.deep.equal([]);
    });

    it('shows it as text, never as markup', async () => {
      const element = await calculator();
      const markup = '<img src=x onerror="document.title=1">*bold*';
      for (const setting of ['objective', 'window', 'dependencies', 'theme']) element.setAttribute(setting, markup);
      element.heading = markup;
      element.service = markup;
      element.open = 'rules dependencies';
      await drawn(element);
      expect(root(element).querySelectorAll('img').length).to.equal(0);
      expect(problems(element)).to.have.length(4);
      for (const note of problems(element)) expect(note).to.contain(markup);
      expect(part(element, 'heading').textContent).to.equal(markup);
    });
  });

  describe('of its dependencies', () => {
    it('keeps hostile names as text', async () => {
      const element = await calculator('objective="99.99" open="dependencies"');
      element.dependencies = '<b onclick=x>db</b> 99';
      await drawn(element);
      expect(summary(element, 'Dependencies')).to.contain('<b onclick=x>db</b>');
      expect(root(element).querySelectorAll('[onclick]').length).to.equal(0);
    });

    it('says what they come to together where none alone breaks the objective', async () => {
      const element = await calculator('objective="99.9" dependencies="a 99.95, b 99.93"');
      expect(summary(element, 'Dependencies')).to.contain(
        '99.88 % at best. Together your dependencies will break this.',
      );
    });

    it('trusts two copies more than one', async () => {
      const element = await calculator('objective="99.99" dependencies="database 99.95 x2"');
      expect(summary(element, 'Dependencies')).to.match(/99\.99998 % at best\.$|99\.999975 % at best\.$/);
    });
  });

  describe('exports', () => {
    it('its figures as CSV with a header and SI units', async () => {
      const [header, ...rows] = (await calculator('spent="35"')).exportData('csv').split('\r\n');
      expect(header).to.equal('name,value');
      const values = new Map(rows.map((line) => line.split(',') as [string, string]));
      expect(Number(values.get('budgetSeconds'))).to.equal(2592);
      expect(Number(values.get('remainingSeconds'))).to.equal(492);
      for (const line of rows) expect(line).to.match(/^\w+,(Infinity|-?[\d.e+-]+)$/);
    });

    it('CSV unless another format is named', async () => {
      const element = await calculator();
      expect(element.exportData()).to.equal(element.exportData('csv'));
    });

    const markers = { prometheus: 'groups:', sloth: 'prometheus/v1', openslo: 'openslo/v1' };
    for (const [format, marker] of Object.entries(markers)) {
      it(`rules for ${format}, as it shows them`, async () => {
        const element = await calculator(`service="basket" open="rules" rules-format="${format}"`);
        const file = element.exportData(format);
        expect(file).to.contain(marker).and.contain('basket');
        expect(inside(element, 'pre').textContent).to.equal(file);
      });

      it(`rules for ${format} at any objective and for any service`, async () => {
        const element = await calculator();
        for (const objective of [1, 90, 99.9999, 100]) {
          for (const service of ['', '"', "'; drop", 'a\nb', '🛒']) {
            Object.assign(element, { objective, service });
            await drawn(element);
            expect(element.exportData(format))
              .to.be.a('string')
              .and.not.match(/NaN|undefined|\[object/);
          }
        }
      });
    }
  });

  describe('in German', () => {
    it('speaks and counts as German does', async () => {
      const element = await calculator('lang="de" spent="35" dependencies="Datenbank 99.95"');
      expect(sentence(element)).to.contain('99,9 % erlauben 43 min 12 s Ausfall');
      expect(field(element, 'objective').value).to.equal('99,9');
      expect(part(element, 'base').lang).to.equal('de');
      expect(words(root(element).textContent)).not.to.match(/\b(down|spent|left|Objective|the)\b/);
    });

    it('has the same numbers', async () => {
      const numbers = (text: string): string => text.replace(/\D/g, '');
      const [english, german] = [await calculator('spent="35"'), await calculator('spent="35" lang="de"')];
      expect(numbers(sentence(german))).to.equal(numbers(sentence(english)));
      expect(slider(german).value).to.equal(slider(english).value);
    });
  });
});
