import { describe, expect, it } from "vitest";
import { EXERCISES } from "@/domain/protocols/exercises.ts";
import { distance, FLOOR, LENGTHS, type Limb, type Pose, solve, type Point } from "./figure.ts";
import { compose, croppedBoxOf, viewBoxOf } from "./scene.ts";
import { SCENES } from "./scenes/index.ts";

const scenes = Object.entries(SCENES).map(([id, scene]) => ({ id, scene }));
const poses = scenes.flatMap(({ id, scene }) =>
  [scene.pose, ...(scene.other ? [scene.other] : [])].map((pose: Pose, at) => ({
    name: at === 0 ? id : `${id}, where she comes from`,
    pose,
    isFromAbove: scene.from === "above",
  })),
);

/** What a bone may be foreshortened to: nothing, unless the pose says so. */
const sharesOf = (limb: Limb): readonly [number, number] => ("turned" in limb ? limb.share : [1, 1]);

/** Degrees in the middle joint: 180 is straight. */
function angleAt([a, b, c]: readonly [Point, Point, Point]): number {
  const [ab, bc, ac] = [distance(a, b), distance(b, c), distance(a, c)];
  const cosine = (ab * ab + bc * bc - ac * ac) / (2 * ab * bc);
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

/** Which way a joint folds: positive as knees do when she faces right. */
function foldOf([a, b, c]: readonly [Point, Point, Point]): number {
  return (c[1] - a[1]) * (b[0] - a[0]) - (c[0] - a[0]) * (b[1] - a[1]);
}

describe("the drawings", () => {
  it("are there for every exercise, and for nothing else", () => {
    expect(Object.keys(SCENES).toSorted()).toEqual(EXERCISES.map((row) => row.id).toSorted());
  });

  it.each(scenes)("$id stays within its box, with a little room", ({ scene }) => {
    const shapes = compose(scene);
    const points = shapes.flatMap(({ spread, paint }) => spread.map((row) => ({ row, paint })));
    for (const [x, y, width, height] of [viewBoxOf(shapes), croppedBoxOf(shapes)]) {
      for (const {
        row: [[px, py], radius],
        paint,
      } of points) {
        const where = `${paint} at ${px.toFixed(0)} ${py.toFixed(0)}`;
        expect(px - radius, where).toBeGreaterThanOrEqual(x + 2);
        expect(px + radius, where).toBeLessThanOrEqual(x + width - 2);
        expect(py - radius, where).toBeGreaterThanOrEqual(y + 2);
        expect(py + radius, where).toBeLessThanOrEqual(y + height - 2);
      }
    }
  });

  // Planted: the line to the window beside her 1.9 wide. Found.
  it.each(scenes)("$id has no line thinner than a pixel where it is 120 pixels wide", ({ scene }) => {
    const shapes = compose(scene);
    for (const [, , width] of [viewBoxOf(shapes), croppedBoxOf(shapes)]) {
      const thin = shapes.filter(({ line }) => line !== undefined && (line * 120) / width < 1);
      expect(thin.map((shape) => shape.paint)).toEqual([]);
    }
  });

  it.each(scenes)("$id has only numbers in its paths", ({ scene }) => {
    for (const { d } of compose(scene)) expect(d).toMatch(/^M[-\d. MLAQahvZ]+$/);
  });

  it("differ from each other", () => {
    const drawn = scenes.map(({ scene }) => JSON.stringify(compose(scene).map((shape) => shape.d)));
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});

describe("her body", () => {
  // Planted: an ankle 30 units out of reach. Found.
  it.each(poses)("$name: reaches what it reaches for", ({ pose }) => {
    expect(solve(pose).short).toBeLessThan(2);
  });

  it.each(poses)("$name: has limbs of the same length as ever", ({ pose }) => {
    const figure = solve(pose);
    const bones = [
      ...figure.arms.map((limb, at) => ({
        limb,
        data: pose.arms[at]!,
        of: [LENGTHS.upperArm, LENGTHS.foreArm],
      })),
      ...figure.legs.map((limb, at) => ({ limb, data: pose.legs[at]!, of: [LENGTHS.thigh, LENGTHS.shin] })),
    ];
    for (const { limb, data, of } of bones) {
      const [root, middle, end] = limb.joints;
      const [upper, lower] = sharesOf(data);
      expect(distance(root, middle)).toBeCloseTo(of[0]! * upper, 1);
      expect(distance(middle, end)).toBeCloseTo(of[1]! * lower, 1);
    }
    const back = distance(figure.hips, figure.waist) + distance(figure.waist, figure.shoulders);
    expect(back).toBeCloseTo(LENGTHS.spine, 1);
    expect(distance(figure.shoulders, figure.head)).toBeCloseTo(LENGTHS.neck, 1);
  });

  it.each(poses)("$name: bends only where and how far a body does", ({ pose }) => {
    const figure = solve(pose);
    const tilt = Math.abs((((pose.head ?? pose.spine) - pose.spine + 540) % 360) - 180);
    expect(tilt, "neck").toBeLessThanOrEqual(60);
    expect(Math.abs(pose.round ?? 0), "back").toBeLessThanOrEqual(12);
    for (const { joints } of [...figure.arms, ...figure.legs]) expect(angleAt(joints)).toBeGreaterThan(25);
    if (pose.faces === "front") return;
    // From the side a knee never bends forward under her, nor an elbow back on itself.
    for (const { joints } of figure.legs) {
      if (angleAt(joints) < 175) expect(foldOf(joints), "knee").toBeGreaterThan(0);
    }
    for (const { joints } of figure.arms) {
      if (angleAt(joints) < 175) expect(foldOf(joints), "elbow").toBeLessThan(0);
    }
  });

  it.each(poses.filter((row) => !row.isFromAbove && row.pose.faces !== "front"))(
    "$name: has nothing under the floor",
    ({ pose }) => {
      const figure = solve(pose);
      const points = [
        figure.hips,
        figure.shoulders,
        figure.head,
        ...[...figure.arms, ...figure.legs].flatMap(({ joints, end }) => [...joints, end]),
      ];
      for (const [, y] of points) expect(y).toBeLessThanOrEqual(FLOOR - 1);
    },
  );
});
