/** First stop of the keyboard: over the navigation, straight to `<main id="main">`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-50 -translate-y-24 rounded-control opacity-0 bg-primary-fill px-5 py-3 font-semibold text-primary-ink focus-visible:translate-y-0 focus-visible:opacity-100 print:hidden"
    >
      {label}
    </a>
  );
}
