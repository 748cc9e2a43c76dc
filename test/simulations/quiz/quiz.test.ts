import { expect } from '@open-wc/testing';
import type { ObsErrorEvent, ObsProgressEvent, ObsQuiz } from '../../../src/index.js';
import '../../../src/i18n/de/index.js';
import {
  drawn,
  everythingShown,
  expectFocus,
  expectNoGarbage,
  figures,
  focused,
  inside,
  listen,
  nextTask,
  notes,
  part,
  place,
  problems,
  root,
  sentence,
  words,
} from '../../helpers.js';
import {
  answer,
  asked,
  finish,
  goOn,
  inputs,
  places,
  QUESTION,
  quizOf,
  rightOnes,
  rows,
  SEVERAL,
  wrongOne,
} from './quizzes.js';

const strip = (): void => history.replaceState(null, '', location.pathname + location.search);
const marks = (element: Element): string[] => places(element).map(({ ariaLabel }) => ariaLabel ?? '');

/** What an LMS hears: `progress 1/2`. */
function score(element: EventTarget): string[] {
  const heard: string[] = [];
  for (const type of ['obs-progress', 'obs-complete'] as const) {
    element.addEventListener(type, (event) => {
      const { score: right, max } = event as ObsProgressEvent;
      heard.push(`${type.slice(4)} ${right}/${max}`);
    });
  }
  return heard;
}

function errors(element: EventTarget): ObsErrorEvent[] {
  const heard: ObsErrorEvent[] = [];
  element.addEventListener('obs-error', (event) => heard.push(event as ObsErrorEvent));
  return heard;
}

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !done(); turn++) await nextTask();
  expect(done()).to.equal(true);
}

describe('<obs-quiz>', () => {
  afterEach(strip);

  describe('with the lesson’s questions', () => {
    it('asks the first of fourteen', async () => {
      const element = await quizOf();
      expect(sentence(element)).to.equal('Question 1 of 14.');
      expect(asked(element)).to.match(/^8 % of all payments fail/);
      expect(inputs(element).map(({ type }) => type)).to.deep.equal(['radio', 'radio', 'radio', 'radio']);
      expect(marks(element)[0]).to.equal('Question 1, open');
      expectNoGarbage(element);
    });

    it('asks those of a topic', async () => {
      const element = await quizOf('topic="tracing"');
      expect(asked(element)).to.match(/^A trace: gateway 4,925 ms/);
      expect(root(element).querySelector('.strip') === null).to.equal(true);
      expect(sentence(element)).to.equal('Choose, then check.');
    });

    it('has other figures under another seed, and says which', async () => {
      const element = await quizOf('topic="slo" seed="1"');
      const before = asked(element);
      element.seed = 2024;
      await drawn(element);
      expect(asked(element)).not.to.equal(before);
      expect(words(part(element, 'footer').textContent)).to.contain('Figures no. 2,024');
    });

    it('says what is right and why', async () => {
      const element = await quizOf('at="6"');
      await answer(element, '8 min 12 s');
      expect(sentence(element)).to.equal('Right. Question 6 of 14. 1 of 1 right so far.');
      expect(rows(element)).to.include(
        '8 min 12 s Your answer, and right. The budget of all 30 days, less what is spent.',
      );
      expect(notes(element)).to.deep.equal([
        'Right. A budget is (1 − objective) × window, and only what fails comes off it.',
      ]);
      expect(marks(element)[5]).to.equal('Question 6, right');
    });

    it('says what is wrong and why, and what would have been right', async () => {
      const element = await quizOf('at="6"');
      await answer(element, '21 min 36 s');
      expect(sentence(element)).to.equal('Not quite. Question 6 of 14. 0 of 1 right so far.');
      expect(rows(element)).to.include(
        '21 min 36 s Your answer, and wrong. Days that pass spend nothing; failures do.',
      );
      expect(rows(element)).to.include('8 min 12 s The right answer. The budget of all 30 days, less what is spent.');
      expect(rows(element)).to.include('6 h 37 min');
      expect(marks(element)[5]).to.equal('Question 6, wrong');
    });

    it('asks for several where several are right', async () => {
      const element = await quizOf('topic="launch"');
      expect(inputs(element)[0]!.type).to.equal('checkbox');
      expect(words(part(element, 'question').textContent)).to.contain('Several answers may be right.');
      await answer(element, ...rightOnes(element));
      expect(sentence(element)).to.equal('Right.');
    });

    it('takes neither all of them nor some of the right ones for right', async () => {
      const some = await quizOf('topic="launch"');
      await answer(some, ...rightOnes(some).slice(1));
      expect(sentence(some)).to.equal('Not quite.');
      expect(rows(some).some((row) => row.includes('Also right.'))).to.equal(true);
      const all = await quizOf('topic="launch"');
      await answer(all, ...rows(all));
      expect(sentence(all)).to.equal('Not quite.');
    });

    it('asks for an answer first where none is chosen', async () => {
      const element = await quizOf();
      const heard = listen(element);
      await goOn(element);
      expect(notes(element)).to.deep.equal(['Choose an answer first.']);
      expect(heard).to.deep.equal([]);
      inputs(element)[0]!.click();
      await drawn(element);
      expect(notes(element)).to.deep.equal([]);
    });

    it('goes on to the next open question, and from the last to the first that was left out', async () => {
      const element = await quizOf('topic="alerting" at="2"');
      await answer(element, ...rightOnes(element));
      await goOn(element);
      expect(element.at).to.equal(1);
      await answer(element, ...rightOnes(element));
      await goOn(element);
      expect(element.at).to.equal(3);
      expect(sentence(element)).to.equal('2 of 2 right.');
    });

    it('keeps what was chosen and not checked, while the reader looks elsewhere', async () => {
      const element = await quizOf();
      inputs(element)[2]!.click();
      places(element)[3]!.click();
      await drawn(element);
      expect(inputs(element).some(({ checked }) => checked)).to.equal(false);
      places(element)[0]!.click();
      await drawn(element);
      expect(inputs(element).map(({ checked }) => checked)).to.deep.equal([false, false, true, false]);
    });

    it('shows at the end what was answered, and what would have been right', async () => {
      const element = await quizOf('topic="slo"');
      await answer(element, '8 min 12 s');
      await goOn(element);
      await answer(element, '99.97 %');
      await goOn(element);
      expect(sentence(element)).to.equal('1 of 2 right.');
      const review = Array.from(root(element).querySelectorAll('.review > li'), (item) => words(item.textContent));
      expect(review[0]).to.match(/What is left\? Right\. You: 8 min 12 s$/);
      expect(review[1]).to.match(/Not quite\. You: 99\.97 % Right: 99\.94 %$/);
      expect(root(element).querySelectorAll('.score .hit').length).to.equal(1);
      expect(root(element).querySelectorAll('.score rect').length).to.equal(2);
    });

    it('tries the wrong ones again, and only those', async () => {
      const element = await quizOf('topic="slo"');
      await answer(element, '8 min 12 s');
      await goOn(element);
      await answer(element, '99.97 %');
      await goOn(element);
      inside(element, '.go .main').click();
      await drawn(element);
      expect(element.at).to.equal(2);
      expect(marks(element)).to.deep.equal(['Question 1, right', 'Question 2, open']);
      await answer(element, '99.94 %');
      await goOn(element);
      expect(sentence(element)).to.equal('2 of 2 right.');
      expect(root(element).querySelector('.go .main') === null).to.equal(true);
    });

    it('asks all again with other figures', async () => {
      const element = await quizOf('topic="slo"');
      await finish(element);
      inside(element, '.go button').click();
      await drawn(element);
      expect([element.seed, element.answers, element.at]).to.deep.equal([2, '', 1]);
      expect(sentence(element)).to.equal('Question 1 of 2.');
    });

    it('is a picture without controls: question and answers, and nothing to press', async () => {
      const element = await quizOf('no-controls at="6"');
      expect(rows(element)).to.have.members(['8 min 12 s', '21 min 36 s', '−13 min 24 s', '6 h 37 min']);
      expect(root(element).querySelectorAll('button, input').length).to.equal(0);
      element.answers = '- - - - - b';
      await drawn(element);
      expect(notes(element).length).to.equal(1);
      expect(root(element).querySelectorAll('button, input').length).to.equal(0);
    });

    it('speaks German', async () => {
      const element = await quizOf('lang="de" at="6"');
      expect(sentence(element)).to.equal('Frage 6 von 14.');
      await answer(element, '8 min 12 s');
      expect(sentence(element)).to.equal('Richtig. Frage 6 von 14. Bisher 1 von 1 richtig.');
    });

    it('keeps its answers when the language changes', async () => {
      const element = await quizOf('topic="slo"');
      await answer(element, '8 min 12 s');
      element.lang = 'de';
      await drawn(element);
      expect(sentence(element)).to.contain('1 von 1');
    });
  });

  describe('with the author’s own', () => {
    it('reads sections', async () => {
      const element = await quizOf('', QUESTION + SEVERAL);
      expect(asked(element)).to.equal('What wakes the one on call?');
      expect(rows(element)).to.deep.equal(['A symptom', 'A cause']);
      await answer(element, 'A cause');
      expect(rows(element)).to.deep.equal([
        'A symptom The right answer. Users feel it.',
        'A cause Your answer, and wrong. Perhaps nobody feels it.',
      ]);
      expect(notes(element)).to.deep.equal(['Not quite. Page on symptoms.']);
      await goOn(element);
      expect(inputs(element).map(({ type }) => type)).to.deep.equal(['checkbox', 'checkbox', 'checkbox']);
      expect(words(part(element, 'footer').textContent)).not.to.contain('Figures');
    });

    it('reads JSON between the tags', async () => {
      const json = '[{"question":"<b>Which?</b>","answers":[{"text":"*This*","right":true},{"text":"<img src=x>"}]}]';
      const element = await quizOf('', `<script type="application/json">${json}</script>`);
      expect(asked(element)).to.equal('<b>Which?</b>');
      expect(rows(element)).to.deep.equal(['*This*', '<img src=x>']);
      expect(root(element).querySelectorAll('.asked b, .answer img').length).to.equal(0);
    });

    it('takes them from a script, which may ask before the class is known', async () => {
      const early = document.implementation.createHTMLDocument().createElement('obs-quiz');
      const given = [
        {
          question: 'Which?',
          answers: [
            { text: 'a', right: true, why: '' },
            { text: 'b', right: false, why: '' },
          ],
          why: '',
        },
      ];
      Reflect.set(early, 'questions', given);
      place().append(early);
      const element = early as ObsQuiz;
      await drawn(element);
      expect(asked(element)).to.equal('Which?');
      expect(element.questions).to.deep.equal(given);
      element.questions = null;
      await drawn(element);
      expect(sentence(element)).to.equal('Question 1 of 14.');
    });

    it('fetches them where the author says so', async () => {
      const json = '[{"question":"From a file?","answers":[{"text":"Yes","right":true},{"text":"No"}]}]';
      const address = URL.createObjectURL(new Blob([json]));
      const element = await quizOf(`src="${address}"`);
      await until(() => !!root(element).querySelector('.asked'));
      expect(asked(element)).to.equal('From a file?');
      URL.revokeObjectURL(address);
    });

    it('shows what stands between the tags while a file is under way, and where it cannot be fetched', async () => {
      const host = place();
      const heard = errors(host);
      host.innerHTML = '<obs-quiz src="blob:nowhere"><p>Ask your neighbour.</p></obs-quiz>';
      const element = host.firstElementChild as ObsQuiz;
      await element.updateComplete;
      expect(sentence(element)).to.equal('The questions are on their way.');
      expect(root(element).querySelector('slot:not([name])') !== null).to.equal(true);
      await until(() => heard.length > 0);
      expect([heard[0]!.setting, heard[0]!.message]).to.deep.equal(['src', 'The questions cannot be fetched.']);
      expect(problems(element)).to.deep.equal(['The questions cannot be fetched.']);
      expect(root(element).querySelector('slot:not([name])') !== null).to.equal(true);
      expectNoGarbage(element);
    });

    it('asks the network for nothing else', async () => {
      history.replaceState(null, '', '#obs-quiz=1;src=https%3A%2F%2Fevil.example%2F;at=3');
      const element = await quizOf();
      expect([element.src, element.at]).to.deep.equal(['', 3]);
    });

    it('reads children that come later, change, or go', async () => {
      const element = await quizOf();
      element.innerHTML = QUESTION;
      await drawn(element);
      expect(asked(element)).to.equal('What wakes the one on call?');
      element.querySelector('section p')!.firstChild!.nodeValue = 'Who?';
      await drawn(element);
      expect(asked(element)).to.equal('Who?');
      element.querySelectorAll('li')[1]!.toggleAttribute('data-right', true);
      await drawn(element);
      expect(inputs(element)[0]!.type).to.equal('checkbox');
      element.innerHTML = '';
      await drawn(element);
      expect(sentence(element)).to.equal('Question 1 of 14.');
    });

    it('keeps an answer with its question when another is put before it', async () => {
      const element = await quizOf('', QUESTION + SEVERAL);
      await answer(element, 'A symptom');
      element.prepend(element.lastElementChild!);
      await drawn(element);
      expect(element.answers).to.equal('- a');
      expect(marks(element)).to.deep.equal(['Question 1, open', 'Question 2, right']);
    });

    it('lets an answer go whose question is another now', async () => {
      const element = await quizOf('', QUESTION + SEVERAL);
      await answer(element, 'A symptom');
      element.querySelector('li')!.firstChild!.nodeValue = 'Something else';
      await drawn(element);
      expect(element.answers).to.equal('');
    });

    it('explains what it cannot read, tells the page once, and keeps the questions that were there', async () => {
      const element = await quizOf('', QUESTION);
      const heard = errors(element);
      element.querySelector('li')!.removeAttribute('data-right');
      await drawn(element);
      expect(problems(element)).to.deep.equal(['Question 1 has no right answer.']);
      expect(asked(element)).to.equal('What wakes the one on call?');
      element.requestUpdate();
      await drawn(element);
      expect(heard.map(({ setting, message }) => [setting, message])).to.deep.equal([
        ['questions', 'Question 1 has no right answer.'],
      ]);
      element.questions = 'nonsense';
      await drawn(element);
      expect(problems(element)).to.deep.equal(['The questions are no list of questions.']);
      expect(heard[1]!.given).to.equal('nonsense');
      expect(asked(element)).to.equal('What wakes the one on call?');
    });

    it('shows what stands between the tags where nothing can be asked', async () => {
      const element = await quizOf('', '<script type="application/json">[{]</script><p>See the book.</p>');
      expect(sentence(element)).to.equal('There is no question here.');
      expect(problems(element)).to.deep.equal(['The questions are no JSON.']);
      expect(root(element).querySelectorAll('form, .go button').length).to.equal(0);
    });

    it('has nothing to say of other children', async () => {
      const element = await quizOf(
        '',
        '<p>Fallback.</p><p slot="caption">Caption.</p><section slot="caption">x</section>',
      );
      expect(sentence(element)).to.equal('Question 1 of 14.');
      expect(problems(element)).to.deep.equal([]);
    });

    it('bears a hundred questions of twelve answers', async () => {
      const element = await quizOf();
      const answers = Array.from({ length: 12 }, (_, index) => ({ text: String(index), right: index % 2 === 0 }));
      element.questions = Array.from({ length: 100 }, (_, index) => ({ question: `No. ${index}`, answers }));
      await drawn(element);
      expect(sentence(element)).to.equal('Question 1 of 100.');
      element.answers = Array.from({ length: 100 }, () => 'acegik').join(' ');
      element.at = 101;
      await drawn(element);
      expect(sentence(element)).to.equal('100 of 100 right.');
    });
  });

  describe('for an LMS', () => {
    it('tells of each answer and of the end, once', async () => {
      const element = await quizOf('topic="slo"');
      const heard = score(element);
      await answer(element, '8 min 12 s');
      expect(heard).to.deep.equal(['progress 1/2']);
      await goOn(element);
      await answer(element, '99.97 %');
      expect(heard).to.deep.equal(['progress 1/2', 'progress 1/2', 'complete 1/2']);
      await goOn(element);
      expect(heard.length).to.equal(3);
    });

    it('tells again after another try', async () => {
      const element = await quizOf('', QUESTION);
      const heard = score(element);
      await answer(element, 'A cause');
      await goOn(element);
      expect(rows(element)).to.deep.equal(['A symptom', 'A cause']);
      await answer(element, 'A symptom');
      expect(heard).to.deep.equal(['progress 0/1', 'complete 0/1', 'progress 1/1', 'complete 1/1']);
    });

    it('tells of the reader’s acts by the settings that they change', async () => {
      const element = await quizOf('topic="slo"');
      const heard = listen(element);
      await answer(element, wrongOne(element));
      await goOn(element);
      expect(heard.map(({ type, setting }) => `${type} ${String(setting)}`)).to.deep.equal([
        'obs-change answers',
        'obs-change at',
      ]);
    });

    it('says nothing of what a link or a script answers', async () => {
      history.replaceState(null, '', '#obs-quiz=1;answers=a%20a;at=3');
      const host = place();
      const heard = score(host);
      const all = listen(host);
      host.innerHTML = '<obs-quiz topic="slo"></obs-quiz>';
      const element = host.firstElementChild as ObsQuiz;
      await drawn(element);
      element.answers = 'b b';
      await drawn(element);
      expect([...heard, ...all]).to.deep.equal([]);
    });

    it('leaves the focus where the page has put it', async () => {
      const host = place('<button>Well done</button>');
      const [element] = (await figures(`<obs-quiz>${QUESTION}</obs-quiz>`)) as [ObsQuiz];
      element.addEventListener('obs-complete', () => host.querySelector('button')!.focus());
      await answer(element, 'A symptom');
      expectFocus(host.querySelector('button')!);
    });
  });

  describe('as a link', () => {
    it('opens with what was answered, where the reader was', async () => {
      const first = await quizOf('topic="slo"');
      await answer(first, '21 min 36 s');
      await goOn(first);
      const url = first.shareUrl();
      const [before, shown] = [first.answers, asked(first)];
      first.remove();
      history.replaceState(null, '', new URL(url).hash);
      const second = await quizOf('topic="slo"');
      expect([second.answers, second.at, asked(second)]).to.deep.equal([before, 2, shown]);
      expect(marks(second)[0]).to.equal('Question 1, wrong');
    });

    it('opens with own questions that come after it', async () => {
      history.replaceState(null, '', '#obs-quiz=1;answers=b%20ac;at=2');
      const element = await quizOf();
      element.innerHTML = QUESTION + SEVERAL;
      await drawn(element);
      expect(marks(element)).to.deep.equal(['Question 1, wrong', 'Question 2, right', 'Result']);
    });

    it('opens the result', async () => {
      history.replaceState(null, '', '#obs-quiz=1;answers=b%20ac;at=3');
      const element = await quizOf('', QUESTION + SEVERAL);
      expect(sentence(element)).to.equal('1 of 2 right.');
    });

    it('opens whatever it says: the first open question where it asks for none that is there', async () => {
      for (const state of ['at=99', 'at=3;answers=zz', 'at=', 'answers=a%20b%20c%20d%20e', 'at=1e9;answers=ll']) {
        history.replaceState(null, '', `#obs-quiz=1;${state}`);
        const element = await quizOf('', QUESTION + SEVERAL);
        expect(inputs(element).length + rows(element).length, state).to.be.above(0);
        expectNoGarbage(element);
        element.remove();
      }
    });

    it('explains answers that are none', async () => {
      const element = await quizOf('answers="1, 2"');
      expect(problems(element)).to.deep.equal(['Answers: “1, 2” is not like “b - ac”. It stays at –.']);
    });

    it('forgets it all on reset', async () => {
      const element = await quizOf('topic="slo"');
      await finish(element);
      element.reset();
      await drawn(element);
      expect([element.answers, element.at, element.shareUrl().includes('answers')]).to.deep.equal(['', 1, false]);
      expect(inputs(element).some(({ checked }) => checked)).to.equal(false);
    });

    it('is markup with the author’s questions in it, which end no script', async () => {
      const element = await quizOf('', QUESTION.replace('A cause', 'A &lt;/script&gt;&lt;b&gt;'));
      const [copy] = (await figures(element.embedCode())) as [ObsQuiz];
      expect(copy.questions).to.deep.equal(element.questions);
      expect(rows(copy)[1]).to.equal('A </script><b>');
      expect((await quizOf('seed="7"')).embedCode()).to.match(/<obs-quiz seed="7"><\/obs-quiz>$/);
    });
  });

  describe('as data', () => {
    it('is a row for each question', async () => {
      const element = await quizOf('', QUESTION + SEVERAL.replace('Mugs', 'Mugs, "big"'));
      await answer(element, 'A cause');
      expect(element.exportData('csv').split('\r\n')).to.deep.equal([
        'number,question,answered,right_answer,right',
        '1,What wakes the one on call?,A cause,A symptom,0',
        '2,Which are pillars?,,Metrics · Traces,',
      ]);
    });

    it('can be had before it is drawn', () => {
      expect(document.createElement('obs-quiz').exportData().split('\r\n').length).to.equal(15);
    });
  });

  describe('in a page that changes', () => {
    it('takes no focus by itself', async () => {
      const host = place('<input />');
      host.querySelector('input')!.focus();
      await quizOf('answers="a" at="2"');
      expect(focused() === host.querySelector('input')).to.equal(true);
    });

    it('goes on where it is put', async () => {
      const element = await quizOf('', QUESTION);
      await answer(element, 'A cause');
      place().append(element);
      await drawn(element);
      expect(rows(element)[1]).to.contain('Your answer, and wrong.');
      element.innerHTML = SEVERAL;
      await drawn(element);
      expect(asked(element)).to.equal('Which are pillars?');
    });

    it('asks of another topic when a script says so, and forgets the answers to the first', async () => {
      const element = await quizOf('topic="slo"');
      await answer(element, '8 min 12 s');
      element.topic = 'tracing';
      await drawn(element);
      expect([element.answers, sentence(element)]).to.deep.equal(['', 'Choose, then check.']);
    });

    it('keeps the answers to questions that are still there', async () => {
      const element = await quizOf('topic="slo"');
      await answer(element, '8 min 12 s');
      element.topic = 'all';
      await drawn(element);
      expect(marks(element)[5]).to.equal('Question 6, right');
    });

    it('shows nothing that is none, whatever its settings are given', async () => {
      for (const garbage of ['abc', '-1', '1e309', '', 'NaN', '__proto__', '<b>']) {
        const element = await quizOf(`topic="${garbage}" seed="${garbage}" at="${garbage}"`);
        expect(sentence(element)).to.equal('Question 1 of 14.');
        expect(everythingShown(element)).not.to.match(/NaN of|Infinity/);
      }
    });
  });
});
