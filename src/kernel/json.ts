/** What a cell may be given. A text is written as text whatever it begins with: nothing from a file is a formula. */
export type Value = string | number | boolean | null;

/** Plain JSON: legal for google.script.run, for a cell of a hidden sheet, for a test. */
export type Json = Value | readonly Json[] | { readonly [key: string]: Json };
