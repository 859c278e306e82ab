/** When and under which headline an article appeared. "今年" and the like count from the date. */
export interface ArticleOptions {
  /** YYYY-MM-DD. Without it the text's own date line is used, where it has one. */
  date?: string | null;
  /** Headline. */
  title?: string | null;
}

/** An article: its text alone, or with what is known of it. */
export type Article = string | ({ text: string } & ArticleOptions);

/** What a number states. */
export type Kind = "level" | "change" | "share" | "completion" | "rank" | "gap";

/** How indicator, subject and period were found. */
export type Found = "stated" | "inherited" | "assumed" | "unknown";

/** One number of the text, with what it measures, whom, and when. */
export interface Figure {
  /** First UTF-16 unit in the text: `text.slice(start, end) === quote`. */
  start: number;
  /** One past the last. */
  end: number;
  /** The text there. */
  quote: string;
  /** Exact decimal in the base unit. */
  value: string;
  /** Upper end of a range. */
  value_max?: string;
  /** Base unit: an ISO 4217 code, `%`, `x` for multiples, `rank`, an SI unit, or a Chinese classifier; empty for a ratio that has none. */
  unit: string;
  /** How the text limits the value. */
  bound: "eq" | "approx" | "gt" | "ge" | "lt" | "le";
  kind: Kind;
  /** Direction of a change or a gap. */
  sign?: "+" | "-";
  indicator: string | null;
  subject: string | null;
  /** ISO 8601: `2023`, `2020-01/2020-09`, `/2022-05`. */
  period: string | null;
  /** Base of a change, or the whole of a share, rank or gap. */
  basis?: string;
  /** Whether it has happened. */
  status: "actual" | "expected" | "planned";
  /** How indicator, subject and period were found, in this order. */
  found: [Found, Found, Found];
  /** Damaged in the text. */
  unreliable?: true;
}

/** Figures merged to one cell of a statistical table, under the names of SDMX. */
export interface Observation {
  REF_AREA: string;
  INDICATOR: string;
  TIME_PERIOD: string;
  KIND: Kind;
  /** Exact decimal in the base unit, negative for declines. */
  OBS_VALUE: string;
  UNIT_MEASURE: string;
  /** `A` normal, `B` break, `D` definition differs, `E` estimated, `F` forecast or planned, `P` provisional, `U` low reliability. */
  OBS_STATUS: string;
  /** All that applies, in small letters. */
  OBS_FLAG: string;
  BOUND: Figure["bound"];
  BASIS: string;
  /** `article:offset` of each figure, parted by spaces; articles count from 0. */
  SOURCE: string;
}

/** What was read out of an article. */
export interface Reading {
  figures: Figure[];
  observations: Observation[];
  /** Its date, as given or as its text suggests. */
  date: string | null;
  /** The development zone that it is about. */
  zone: string | null;
}

/** Where a figure stands. */
export interface Place {
  /** Number of the article among those given, from 0. */
  doc: string;
  /** First UTF-16 unit in its text. */
  start: number;
  /** One past the last. */
  end: number;
  quote: string;
}

/** What came of one check. */
export interface Finding {
  /** What was checked: `share-of-count`, `completion`, `growth` … */
  relation: string;
  verdict: "holds" | "differs" | "doubtful";
  /** The figures it is about; the stated one last. */
  figures: Place[];
  /** The figure that states the outcome, as printed. */
  stated?: string;
  /** What the arithmetic gives. */
  computed?: string;
  /** The arithmetic and what follows from it, in Chinese. */
  says: string;
  /** The same in English. */
  says_en: string;
}

/** What to draw. */
export interface ChartOptions {
  /** The indicator, as `Observation.INDICATOR` names it. */
  indicator: string;
  /** `bars` where none is given; where an indicator has changes or shares alone, they are drawn. */
  form?: "bars" | "completion" | "change" | "share" | "slope" | "rank" | "projects" | null;
  /** The subjects to show; all where none are given. */
  zones?: string[] | null;
  /** In pixels, 280 to 1200; 560 where none is given. */
  width?: number | null;
  /** `zh` where none is given. */
  language?: "zh" | "en" | null;
}
