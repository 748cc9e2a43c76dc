/** What `readQuestions` reads, from `<section><p>question</p><ol><li data-right>answer <small>why</small></li>…</ol><p>why</p></section>`. */
export function questionOf(section: Element): object {
  const children = [...section.children].filter((child) => !child.matches('script, style, template'));
  const list = children.findIndex((child) => child.matches('ol, ul'));
  const text = (elements: readonly Element[]): string => elements.map(({ textContent }) => textContent).join(' ');
  const answers = [...(children[list]?.children ?? [])].map((item) => ({
    text: textWithoutReasons(item),
    right: item.hasAttribute('data-right'),
    why: text([...item.querySelectorAll('small')]),
  }));
  return {
    question: text(children.slice(0, list < 0 ? children.length : list)),
    answers,
    why: text(list < 0 ? [] : children.slice(list + 1)),
  };
}

function textWithoutReasons(item: Element): string {
  const copy = document.importNode(item, true);
  for (const reason of copy.querySelectorAll('small, script, style')) reason.remove();
  return copy.textContent ?? '';
}
