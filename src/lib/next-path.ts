const AREAS = /^\/(?:coach|me|physio|account|doors)(?:[/?][\w\-./?=&%~:]*)?$/;

/**
 * Where a person may be sent after signing in: a path of an area of ours, else null. Everything that could name another
 * site or run something (`//evil`, `/\evil`, `javascript:`, encoded or not) is simply not of that shape.
 */
export function safeNext(text: string | null | undefined): string | null {
  if (
    !text ||
    text.length > 500 ||
    !AREAS.test(text) ||
    text.includes("//") ||
    text.includes("..") ||
    /%(?:2f|5c|0)/i.test(text)
  )
    return null;
  return text;
}
