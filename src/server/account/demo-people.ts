/** Whom the one-click buttons of a demo sign in. Their addresses can exist nowhere (RFC 2606). */
export const DEMO_PEOPLE = {
  coach: "claire@demo.example",
  mum: "hana@demo.example",
  physio: "ruth@demo.example",
} as const;
