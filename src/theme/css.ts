/** Marks a style sheet for editors, formatters and the build; it is adopted as text, once for each document. */
export const css: (parts: TemplateStringsArray) => string = String.raw;
