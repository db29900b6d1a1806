import { briefDuration } from '../kernel/duration.ts';

/** One bar of a picture of time. */
export interface GanttBar {
  readonly title: string;
  /** Milliseconds since the picture's beginning. */
  readonly startMs: number;
  readonly elapsedMs: number;
  readonly colour: GanttColour;
}

export interface GanttSection {
  readonly title: string;
  readonly bars: readonly GanttBar[];
}

/** What a bar's time went into. */
export type GanttColour = 'cloud' | 'template' | 'own' | 'clean-up' | 'failed';

/**
 * Mermaid's kinds of tasks, each with its fill. The text inside `done` bars, and all text of `active` ones, has
 * `taskTextDarkColor`; else text is white inside and grey beside a bar (its styles of gantt diagrams).
 */
const TAGS: Readonly<Record<GanttColour, string>> = {
  cloud: '',
  template: 'crit, ',
  own: 'done, ',
  'clean-up': 'done, ',
  failed: 'active, ',
};

/** To be written below a picture. */
export const GANTT_LEGEND = '🟦 the cloud boots, stops, makes images · 🟩 your template · 🟨 bake-ami · 🟥 failed';

/** The same on a light and on a dark page; the squares of the legend. */
const THEME_VARIABLES = {
  taskBkgColor: '#3b78d8',
  taskBorderColor: '#3b78d8',
  critBkgColor: '#2f8f46',
  critBorderColor: '#2f8f46',
  doneTaskBkgColor: '#f2c46d',
  doneTaskBorderColor: '#f2c46d',
  activeTaskBkgColor: '#f0a8a8',
  activeTaskBorderColor: '#c24141',
  taskTextColor: '#ffffff',
  taskTextDarkColor: '#b33a3a',
  taskTextOutsideColor: '#848d97',
  textColor: '#848d97',
  titleColor: '#848d97',
  gridColor: '#9aa2ab',
  sectionBkgColor: 'transparent',
  sectionBkgColor2: 'transparent',
  altSectionBkgColor: 'transparent',
};

/** Mermaid draws nothing of a text of more than 50 000 characters (its `maxTextSize`). */
const LONGEST_TEXT = 45_000;
const LONGEST_TITLE = 50;

/**
 * A picture of time in Mermaid's language, which GitHub draws in job summaries too (GitHub Docs, "Creating diagrams"); it
 * takes out inline SVG and `data:` pictures. Undefined when there is nothing to draw, or too much for Mermaid.
 */
export function gantt(sections: readonly GanttSection[]): string | undefined {
  const drawn = sections.filter(({ bars }) => bars.length > 0);
  if (drawn.length === 0) return undefined;
  const lines = [
    `%%{init: ${JSON.stringify(settings(drawn))}}%%`,
    'gantt',
    // With a date, since a time alone ends at 24 hours; local to who looks at it, as the axis is.
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${longestMs(drawn) < HOUR_MS ? '%M:%S' : '%H:%M'}`,
    // Of less than that Mermaid marks each half second, which the format can't tell apart.
    ...(longestMs(drawn) < 10_000 ? ['  tickInterval 1second'] : []),
    ...drawn.flatMap(({ title, bars }) => [`  section ${ganttText(title)}`, ...bars.map(bar)]),
  ];
  const text = lines.join('\n');
  return text.length > LONGEST_TEXT ? undefined : `\`\`\`mermaid\n${text}\n\`\`\``;
}

function settings(sections: readonly GanttSection[]): object {
  const longest = Math.max(...sections.map(({ title }) => ganttText(title).length));
  const layout = { barHeight: 18, barGap: 4, fontSize: 12, sectionFontSize: 12 };
  return {
    theme: 'base',
    themeVariables: THEME_VARIABLES,
    gantt: { ...layout, leftPadding: 20 + 7 * longest, useWidth: 960 },
  };
}

function bar({ title, startMs, elapsedMs, colour }: GanttBar): string {
  return `  ${ganttText(title)} ${briefDuration(elapsedMs)} :${TAGS[colour]}${date(startMs)}, ${date(startMs + elapsedMs)}`;
}

/** `2000-01-01 00:01:02.345`: the first minutes of a day that has no clock change. */
function date(milliseconds: number): string {
  return new Date(Date.UTC(2000, 0, 1) + Math.round(milliseconds)).toISOString().slice(0, 23).replace('T', ' ');
}

const HOUR_MS = 3_600_000;

/** When the last bar ends. */
function longestMs(sections: readonly GanttSection[]): number {
  return Math.max(...sections.flatMap(({ bars }) => bars.map(({ startMs, elapsedMs }) => startMs + elapsedMs)));
}

/**
 * Other people's text as the name of a bar or a section: letters, digits and a few signs that mean nothing to Mermaid. It
 * can end no line and no block of code, and begins no directive, comment, link or keyword.
 */
export function ganttText(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} ._/()@+='-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = plain.length > LONGEST_TITLE ? `${plain.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : plain;
  return KEYWORDS.test(cut) ? `. ${cut}` : cut || '.';
}

/** What begins a statement of Mermaid's gantt (its grammar, gantt.jison), in front of a name. */
const KEYWORDS =
  /^(gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|accdescription|section|click|call|href)\b|^\d{4}-\d\d-\d\d\b/i;
