import { expect } from '@open-wc/testing';
import '../../../src/i18n/de/index.js';
import { ObsAlertComparison } from '../../../src/index.js';
import { STRATEGY_NAMES } from '../../../src/simulations/alert-comparison/rules/strategies.model.js';
import {
  drawn,
  everythingShown,
  expectNoGarbage,
  field,
  inside,
  listen,
  part,
  place,
  problems,
  root,
  sentence,
  type,
  words,
} from '../../helpers.js';
import { button, click, comparison, detail, lane, lanes, row, until } from './figure.js';
import { compared, hash, weekOf } from './weeks.js';

describe('<obs-alert-comparison>', function figure() {
  describe('shows', () => {
    it('a lane for each strategy, over one truth', async () => {
      const element = await comparison();
      expect(lanes(element)).to.have.lengthOf(STRATEGY_NAMES.length);
      expect(words(part(element, 'lanes').textContent)).to.contain('What was true 3 incidents');
      const drawnIncidents = root(element).querySelectorAll('.truth .incident');
      expect(drawnIncidents).to.have.lengthOf(3);
      for (const each of lanes(element)) expect(each.querySelectorAll('.harm')).to.have.lengthOf(3);
    });

    it('causes and the symptom first, and what came of each by numbers of the model', async () => {
      const element = await comparison(`strategies="cause symptom"`);
      const { lanes: judged } = compared('ordinary');
      const { score } = judged.find(({ strategy }) => strategy.name === 'cause')!;
      expect(sentence(element)).to.equal(
        `In the same week paging on causes raises ${score.pages} pages, ${score.falseAlerts} of them in vain, and misses ` +
          `${score.missed} of 3 incidents; paging on a symptom raises 2 pages and misses 1 of 3 incidents.`,
      );
    });

    it('the strategy that does worst against the best, where it is asked for others', async () => {
      expect(sentence(await comparison('strategies="cause approach6"'))).to.contain(
        '; paging on the error budget (approach 6) raises 2 pages and 2 tickets and misses nothing.',
      );
    });

    it('two lanes, unless it is asked for more', async () => {
      const element = await comparison('strategies="cause symptom"');
      expect(element.strategies).to.equal('cause symptom');
      expect(new ObsAlertComparison().strategies).to.equal('cause symptom');
      const more = [...root(element).querySelectorAll<HTMLInputElement>("[type='checkbox']")].find((box) =>
        words(box.closest('label')!.textContent).startsWith('Workbook 6'),
      )!;
      more.click();
      await drawn(element);
      expect(lanes(element)).to.have.lengthOf(3);
    });

    it('the same counts in sentence, lane and table, of the week or of the day that is shown', async () => {
      for (const day of ['week', 'tuesday', 'thursday', 'friday']) {
        const element = await comparison(`strategies="cause" day="${day}"`);
        const [, pages, , , vain] = row(element, 'Causes');
        const counts = words(inside(element, '.cause + .lane-count').textContent);
        expect(counts, day).to.equal(vain === '0' ? pages : `${pages} ${vain} in vain`);
        if (pages !== '0') expect(sentence(element), day).to.contain(`${pages} page`);
        const from = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].indexOf(day) * 86_400;
        const { alerts } = compared('ordinary').lanes.find(({ strategy }) => strategy.name === 'cause')!;
        const begun = alerts.filter(({ firedAt }) => from < 0 || (firedAt >= from && firedAt < from + 86_400));
        expect(pages, day).to.equal(String(begun.length));
      }
    });

    it('every number of the table as the model has it', async () => {
      const element = await comparison();
      for (const { strategy, score } of compared('ordinary').lanes) {
        if (strategy.name === 'own') continue;
        const name = /\d/.exec(strategy.name)?.[0];
        const cells = row(element, name ? `Workbook ${name}` : strategy.name === 'cause' ? 'Causes' : 'Symptom');
        const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`);
        const { pages, nightPages, tickets, falseAlerts, earlyAlerts, missed } = score;
        expect(cells.slice(1, 9), strategy.name).to.deep.equal([
          ...[pages, nightPages, tickets, falseAlerts, earlyAlerts, missed].map(String),
          percent(score.precision),
          percent(score.recall),
        ]);
        expect(cells.at(-1)).to.equal(score.goodOnCall ? 'yes' : 'no');
      }
    });

    it('as many marks as there are alerts, and a cross for each incident missed', async () => {
      const element = await comparison();
      const drawings = lanes(element);
      compared('ordinary').lanes.forEach(({ alerts, score, strategy }, index) => {
        if (strategy.name === 'own') return;
        const marks = drawings[index]!.querySelectorAll('.right, .wrong').length;
        expect(marks, strategy.name).to.equal(alerts.length);
        expect(drawings[index]!.querySelectorAll('.wrong').length, strategy.name).to.equal(score.falseAlerts);
        expect(drawings[index]!.querySelectorAll('.missed').length, strategy.name).to.equal(score.missed);
      });
    });

    it('the page at night that was in vain, before anybody chooses one', async () => {
      const element = await comparison();
      expect(detail(element)).to.match(/^HighCpu pages on Mon 0\d:\d\d, and fires for \d+ min\./);
      expect(detail(element)).to.contain('CPU: 100 %, above 90 %.');
      expect(detail(element)).to.contain('A backup, and nobody was hurt by it.');
      expect(detail(element)).to.contain('Was woken, found nothing to mend, and lay awake.');
    });

    it('a week in which nobody is paged', async () => {
      const element = await comparison('week="quiet"');
      expect(sentence(element)).to.equal('In this week nothing happens that is worth a page, and nobody is paged.');
      expect(words(part(element, 'stage').textContent)).to.contain('No strategy shown here says anything this week.');
    });

    it('the gap where nothing was seen, in every lane', async () => {
      const element = await comparison('week="gap"');
      for (const each of lanes(element)) expect(each.querySelectorAll('.blind')).to.have.lengthOf(1);
      expect(words(part(element, 'stage').textContent)).to.contain('no data');
      expect(root(await comparison()).querySelectorAll('.blind')).to.have.lengthOf(0);
    });

    it('each incident with what it cost', async () => {
      const element = await comparison();
      for (const { hurt, budget, isSignificant } of compared('ordinary').incidents) {
        const rows = Array.from(root(element).querySelectorAll('tr'), (tr) =>
          Array.from(tr.children, ({ textContent }) => words(textContent)),
        );
        const found = rows.find((cells) => cells[3] === hurt.toLocaleString('en'));
        expect(found?.slice(4), String(hurt)).to.deep.equal([
          `${Number((budget * 100).toFixed(2))} %`,
          isSignificant ? 'yes' : 'no',
        ]);
      }
    });

    it('a picture with nothing to operate, without controls', async () => {
      const element = await comparison('no-controls');
      expect(root(element).querySelectorAll('[tabindex], button:not(:disabled), input')).to.have.lengthOf(0);
      expect(root(element).querySelectorAll('.lane[role=img]')).to.have.lengthOf(9);
    });

    it('only the strategies that are asked for, in the order of their lanes', async () => {
      const element = await comparison('strategies="approach6 cause"');
      expect(lanes(element).map((each) => each.ariaLabel)).to.deep.equal([
        'paging on causes',
        'paging on the error budget (approach 6)',
      ]);
    });

    it('German where the page speaks it', async () => {
      const element = await comparison('lang="de" open="table many rule files more"');
      expect(sentence(element)).to.match(/^Dieselbe Woche: der Alarm auf Ursachen bringt \d+ Anrufe/);
      expectNoGarbage(element);
    });
  });

  describe('the chosen alert', () => {
    it('was seen by the rule’s own comparisons, and says what was left to save', async () => {
      const element = await comparison('alert="approach6.1"');
      const alert = compared('ordinary').lanes.find(({ strategy }) => strategy.name === 'approach6')!.alerts[0]!;
      expect(detail(element)).to.match(
        /Errors in 1 h: [\d.]+ %, above 1\.44 %\. Errors in 5 min: [\d.]+ %, above 1\.44 %\./,
      );
      expect(detail(element)).to.contain(`It hurt ${alert.incident!.hurt.toLocaleString('en')} requests in all`);
      const { hurt } = weekOf('ordinary');
      const before = hurt.subarray(0, alert.firedAt).reduce((total, count) => total + count, 0);
      const earlier = hurt.subarray(0, alert.incident!.start).reduce((total, count) => total + count, 0);
      const share = Math.round((1 - (before - earlier) / alert.incident!.hurt) * 100);
      expect(detail(element)).to.contain(`${share} % of the harm was still to come`);
    });

    it('is the one that is nearest to a click', async () => {
      const element = await comparison();
      const causes = lane(element, 'causes');
      const { left, width, top } = causes.getBoundingClientRect();
      const { alerts } = compared('ordinary').lanes[0]!;
      for (const index of [4, 9, 0]) {
        const clientX = left + (alerts[index]!.firedAt / (7 * 86_400)) * width;
        causes.dispatchEvent(new MouseEvent('click', { clientX, clientY: top + 5, bubbles: true }));
        await drawn(element);
        expect(element.alert).to.equal(`cause.${index + 1}`);
      }
      expect(root(element).querySelectorAll('.ring')).to.have.lengthOf(1);
    });

    it('is told to the page as a change', async () => {
      const element = await comparison();
      const heard = listen(element);
      const symptom = lane(element, 'symptom');
      symptom.dispatchEvent(new MouseEvent('click', { clientX: symptom.getBoundingClientRect().left, bubbles: true }));
      await drawn(element);
      expect(heard.map(({ type: event, setting, value }) => [event, setting, value])).to.deep.equal([
        ['obs-change', 'alert', 'symptom.1'],
      ]);
    });

    it('gives way to the most telling one where it is none', async () => {
      for (const alert of ['cause.999', 'approach6', 'x.1', 'cause.-1', 'cause.NaN']) {
        expect(detail(await comparison(`alert="${alert}"`)), alert).to.contain('HighCpu pages on Mon');
      }
    });
  });

  describe('zooms', () => {
    it('into a day and back', async () => {
      const element = await comparison();
      await click(element, button(element, 'Thu'));
      expect(element.day).to.equal('thursday');
      expect(words(part(element, 'lanes').textContent)).to.contain('6:00');
      const onThursday = compared('ordinary').lanes[0]!.alerts.filter(
        ({ firedAt }) => Math.floor(firedAt / 86_400) === 3,
      );
      expect(lane(element, 'causes').querySelectorAll('.wrong, .right')).to.have.lengthOf(onThursday.length);
      await click(element, button(element, 'Week'));
      expect(element.day).to.equal('week');
    });
  });

  describe('the reader’s own rule', () => {
    it('has a lane, a row and a score of its own', async () => {
      const element = await comparison('rule="cpu > 90% for 2m" open="table rule"');
      const causes = compared('ordinary').lanes[0]!.alerts.filter(({ rule }) => rule === 'HighCpu');
      expect(row(element, 'Your rule')[1]).to.equal(String(causes.length));
    });

    it('is typed, and evaluated like the others', async () => {
      const element = await comparison('open="table rule"');
      await type(field(element, 'rule'), 'errors[10m] >= 1x');
      await drawn(element);
      expect(row(element, 'Your rule').slice(1)).to.deep.equal(row(element, 'Workbook 1').slice(1));
    });

    it('is refused with column and reason, and stays in its field', async () => {
      const element = await comparison('open="rule"');
      const heard = listen(element);
      await type(field(element, 'rule'), 'errors[5m > 1%');
      await drawn(element);
      expect(problems(element)).to.deep.equal(['Your rule, column 11, at “>”: a bracket is not closed here.']);
      expect(field(element, 'rule').value).to.equal('errors[5m > 1%');
      expect(field(element, 'rule').getAttribute('aria-invalid')).to.equal('true');
      expect(heard.some(({ type: event, setting }) => event === 'obs-error' && setting === 'rule')).to.equal(true);
      expect(lane(element, 'your rule').querySelectorAll('.right, .wrong')).to.have.lengthOf(0);
    });

    it('is explained where its field is not open, too', async () => {
      const element = await comparison('rule="cpu" open=""');
      expect(problems(element)).to.deep.equal(['Your rule, column 4, at the end: write > or >= here.']);
    });

    it('can begin with an example', async () => {
      const element = await comparison('open="rule"');
      await click(element, button(element, 'errors[1h]'));
      expect(element.rule).to.equal('errors[1h] > 10x and errors[5m] > 10x');
    });
  });

  describe('a hundred weeks', () => {
    it('are simulated in slices, with means and their intervals', async () => {
      const element = await comparison('week="quiet" weeks="3" strategies="cause approach6" open="many"');
      button(element, 'Simulate 3 weeks').click();
      await until(() => words(part(element, 'controls').textContent).includes('3 of 3 weeks'));
      await drawn(element);
      expect(row(element, 'Causes').slice(1, 3)).to.deep.equal(['0 ± 0', '0 ± 0']);
      expect(row(element, 'Workbook 6').at(-1)).to.equal('100 % ± 0 %');
      expectNoGarbage(element);
    });

    it('let the page breathe: no slice takes long', async () => {
      const element = await comparison('week="deploys" weeks="2" strategies="cause" open="many"');
      button(element, 'Simulate').click();
      let tasks = 0;
      await until(() => {
        tasks++;
        return words(part(element, 'controls').textContent).includes('2 of 2 weeks');
      });
      // Other tasks had their turn all along.
      expect(tasks).to.be.above(5);
    });

    it('can be stopped, and say how far they came', async () => {
      const element = await comparison('weeks="500" strategies="cause" open="many"');
      button(element, 'Simulate').click();
      await drawn(element);
      await until(() => root(element).querySelector('progress') !== null);
      await click(element, button(element, 'Stop'));
      expect(root(element).querySelector('progress') === null).to.equal(true);
      expect(button(element, 'Simulate').isConnected).to.equal(true);
    });

    it('are forgotten when the question changes', async () => {
      const element = await comparison('week="quiet" weeks="2" strategies="cause" open="many"');
      button(element, 'Simulate').click();
      await until(() => words(part(element, 'controls').textContent).includes('2 of 2 weeks'));
      element.objective = 99;
      await drawn(element);
      expect(words(part(element, 'controls').textContent)).not.to.contain('2 of 2 weeks');
    });

    it('stop when the figure leaves the page', async () => {
      const element = await comparison('weeks="500" strategies="cause" open="many"');
      button(element, 'Simulate').click();
      element.remove();
      await drawn(element);
      document.body.append(element);
      await drawn(element);
      expect(root(element).querySelector('progress') === null).to.equal(true);
      element.remove();
    });
  });

  describe('exports', () => {
    it('the rules of the lanes for Prometheus', async () => {
      const element = await comparison('strategies="symptom own" rule="errors[1h] > 10x for 2m keep 5m"');
      const rules = element.exportData('rules');
      expect(rules).to.contain(
        "alert: ErrorsAbove1Percent\n        expr: 'service_slo:errors_per_request:ratio_rate1m",
      );
      expect(rules).to.contain('[1h60s]');
      expect(rules).to.contain('alert: YourRule').and.to.contain("keep_firing_for: '5m'");
      expect(rules).not.to.contain('HighCpu');
    });

    it('a unit test with the times of the alerts that are shown', async () => {
      const element = await comparison('strategies="symptom"');
      const [alert] = compared('ordinary').lanes[1]!.alerts;
      const times = [...element.exportData('test').matchAll(/eval_time: '?(\d+)s/g)].map(([, time]) => Number(time));
      for (const time of [alert!.firedAt, alert!.resolvedAt]) expect(times).to.include(time + 60);
    });

    it('scores, alerts and incidents as CSV', async () => {
      const csv = (await comparison()).exportData().split('\r\n');
      expect(csv[0]).to.equal('kind,strategy,name,value,startSeconds,endSeconds,isTrue');
      expect(csv.filter((line) => line.startsWith('page,cause,'))).to.have.lengthOf(
        compared('ordinary').lanes[0]!.alerts.length,
      );
      expect(csv.join()).not.to.match(/NaN|Infinity|undefined/);
    });

    it('before it is drawn, and what was set a moment ago', async () => {
      const element = document.createElement('obs-alert-comparison');
      expect(element.exportData()).to.contain('score,cause,pages,');
      element.week = 'quiet';
      expect(element.exportData()).to.contain('score,cause,pages,0');
    });
  });

  describe('with what cannot be used', () => {
    for (const given of ['abc', '-1', '1e309', '']) {
      it(`explains “${given}” beside each field, and keeps what it had`, async () => {
        const markup = [
          'seed',
          'objective',
          'significant',
          'weeks',
          'week',
          'scrape-seconds',
          'evaluation-seconds',
          'day',
          'strategies',
        ]
          .map((name) => `${name}="${given}"`)
          .join(' ');
        const element = await comparison(`${markup} rule="${given}" open="table many rule files more"`);
        expect(problems(element)).to.have.lengthOf(10);
        expect(element.objective).to.equal(99.9);
        expectNoGarbage(element);
        expect(lanes(element)).to.have.lengthOf(2);
      });
    }

    it('takes the objective of 100 % for a mistake', async () => {
      const element = await comparison('objective="100"');
      expect(problems(element)[0]).to.match(/^Objective: “100” is not a number from 90 to 99.999/);
    });

    it('shows no garbage in any week, at any objective', async () => {
      for (const week of ['quiet', 'lowTraffic', 'gap', 'memoryLeak']) {
        for (const objective of [90, 99.999]) {
          const element = await comparison(`week="${week}" objective="${objective}" open="table files more"`);
          expectNoGarbage(element);
        }
      }
    });

    it('takes markup in a rule for text', async () => {
      const element = await comparison('open="rule"');
      element.rule = '<img src=x onerror=alert(1)>';
      await drawn(element);
      expect(root(element).querySelector('img') === null).to.equal(true);
      expect(everythingShown(element)).to.contain('<img src=x onerror=alert(1)>');
    });
  });

  describe('as a guest', () => {
    it('says that it simulates until it has', async () => {
      const host = place('<obs-alert-comparison week="noisyNeighbour" seed="77"></obs-alert-comparison>');
      const element = host.querySelector('obs-alert-comparison')!;
      await Promise.resolve();
      await Promise.resolve();
      expect(sentence(element)).to.contain('being simulated');
      await drawn(element);
      expect(sentence(element)).to.contain('In the same week');
    });

    it('forgets a week that is no longer asked for', async () => {
      const element = await comparison('week="quiet"');
      element.week = 'deploys';
      element.week = 'nightOutage';
      await drawn(element);
      expect(words(part(element, 'lanes').textContent)).to.contain('1 incident');
      expect(lane(element, 'causes').querySelectorAll('.right, .wrong').length).to.be.above(10);
    });

    it('goes on where it is moved in the middle of its work', async () => {
      const host = place('<obs-alert-comparison week="gap" seed="5"></obs-alert-comparison>');
      const element = host.querySelector('obs-alert-comparison')!;
      await Promise.resolve();
      element.remove();
      place().append(element);
      await drawn(element);
      expect(lanes(element)).to.have.lengthOf(2);
    });

    it('has the truth that its seed says, whatever it shows', async () => {
      const before = hash(weekOf('ordinary'));
      const element = await comparison('objective="99" strategies="own" rule="cpu > 10%"');
      await click(element, button(element, 'Tue'));
      expect(hash(weekOf('ordinary'))).to.equal(before);
    });

    it('shares a link to what is chosen', async () => {
      const element = await comparison('id="mine"');
      await click(element, button(element, 'Wed'));
      expect(element.shareUrl()).to.contain('#mine=1;day=wednesday');
      expect(inside(element, '[part=base]').isConnected).to.equal(true);
    });
  });
});
