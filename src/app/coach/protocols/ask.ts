import "server-only";

import { notFound, redirect } from "next/navigation";

/** The answer; not there means the page is not, and nobody signed in means the way to the sign-in page and back. */
export async function orNotFound<T>(answer: Promise<T>, way: string): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "UNAUTHORIZED") redirect(`/sign-in?next=${way}`);
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
}
