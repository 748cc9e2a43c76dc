import { isLevelField } from './field-roles.js';
import { valueText, withoutColors, type LogRecord } from './log-record.js';
import { fieldSeverity, severityName } from './severity.js';

/** The names that loggers give to the time, … */
export const TIME_FIELDS: readonly string[] = ['time', 'timestamp', '@timestamp', 'ts'];
/** … to the severity, … */
export const LEVEL_FIELDS: readonly string[] = ['level', 'severity', 'severity_text', 'severityText'];
/** … to who writes, … */
export const SERVICE_FIELDS: readonly string[] = ['service', 'service.name'];
/** … and to what is said. */
export const MESSAGE_FIELDS: readonly string[] = ['message', 'msg', 'body'];

/** The fields that a line begins with, in this order and without their names; each bears one of several. */
const HEAD: readonly (readonly string[])[] = [TIME_FIELDS, LEVEL_FIELDS, SERVICE_FIELDS, MESSAGE_FIELDS];
const HEAD_FIELDS = new Set(HEAD.flat());
const SAFE_VALUE = /^[^\s"'=\\\p{Cc}]+$/u;

/**
 * A record as an application without structured logs would print it: time, level, service and message, then the other
 * fields as `name=value` in alphabetical order. One line, whatever is in the values. This is the line that the bare
 * words of a query are looked for in.
 */
export function formatLine(record: LogRecord): string {
  const tokens = HEAD.flat().filter((field) => isPresent(record, field));
  const others = Object.keys(record).filter((field) => !HEAD_FIELDS.has(field) && isPresent(record, field));
  return [...tokens, ...others.sort()].map((field) => lineToken(field, record[field])).join(' ');
}

/** What a field that is present adds to the line. */
export function lineToken(field: string, value: unknown): string {
  const text = withoutColors(valueText(value));
  if (!HEAD_FIELDS.has(field)) return `${oneLine(field)}=${quotedWhereNeeded(text)}`;
  const severity = typeof value === 'number' && isSeverityField(field) ? fieldSeverity(field, value) : undefined;
  return oneLine((severity === undefined ? undefined : severityName(severity)) ?? text);
}

/** Whether a number in this field is printed as the name of a severity. */
export function isSeverityField(field: string): boolean {
  return isLevelField(field);
}

function isPresent(record: LogRecord, field: string): boolean {
  return Object.hasOwn(record, field) && record[field] !== undefined && record[field] !== null;
}

function quotedWhereNeeded(text: string): string {
  return SAFE_VALUE.test(text) ? text : JSON.stringify(text);
}

/** Control characters as JSON escapes them. */
function oneLine(text: string): string {
  return /[\p{Cc}\u2028\u2029]/u.test(text)
    ? text.replace(
        /[\p{Cc}\u2028\u2029]/gu,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : text;
}
