// The train goes into a tunnel while the coach writes: she is told, what she sent waits, and goes out once, by itself.
import { expect, looksRight, test } from "./support/test.ts";

test("without a connection the desk says so; what she sends waits and arrives once", async ({
  place,
  address,
  as,
  world,
}) => {
  const mum = await place.practice.mum({ name: "Ana Ruiz", email: address("ana"), joinedDaysAgo: 3 });
  await mum.save();
  const sent = async () =>
    (await world.db.query("SELECT body FROM message WHERE client_id = $1", [mum.id])).rows;
  const desk = await as(place.coach.userId, "desktop");
  await desk.goto(`/coach/clients/${mum.id}/messages`);
  const words = desk.getByRole("textbox", { name: /Ana Ruiz/ });
  const banner = desk.getByText("No connection just now.", { exact: false });
  await words.fill("Good to have you here. How was the first walk?");

  await desk.context().setOffline(true);
  await expect(banner).toBeVisible();
  await desk.getByRole("button", { name: "Send" }).dblclick();
  await expect(words).toHaveValue(/How was the first walk/);
  await looksRight(desk, "coach-offline");
  expect(await sent()).toEqual([]);

  await desk.context().setOffline(false);
  await expect(banner).toBeHidden();
  await expect(words).toHaveValue("");
  expect(await sent()).toEqual([{ body: "Good to have you here. How was the first walk?" }]);
});
