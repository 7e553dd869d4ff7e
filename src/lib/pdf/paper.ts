/** A letter or a card in our own few parts; how they look is decided here, once. Domain-free. */
export type Part =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "text"; readonly text: string; readonly tone?: "soft" | "strong" }
  | { readonly type: "list"; readonly items: readonly string[] }
  /** Names with their values, one a line. */
  | { readonly type: "facts"; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly type: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A code to read aloud, and the same as a picture for a camera. `alt` says what the picture is. */
  | { readonly type: "code"; readonly code: string; readonly address: string; readonly alt: string };

export type Paper = {
  readonly title: string;
  /** BCP 47, for readers aloud. */
  readonly lang: string;
  /** Who it is from, on top of the first page: the practice and what it adds. */
  readonly head: { readonly name: string; readonly lines: readonly string[] };
  /** To whom, one line each; empty for what is handed to anybody. */
  readonly to: readonly string[];
  readonly parts: readonly Part[];
  /** Small, on every page, before the number. */
  readonly foot: string;
  /** "Page 1 of 2". */
  readonly pageOf: (page: number, pages: number) => string;
  readonly madeAt: Date;
};
