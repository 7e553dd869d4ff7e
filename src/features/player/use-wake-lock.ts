import { useEffect } from "react";
import { keepScreenOn } from "./wake-lock.ts";

/** Keeps the screen on while `isOn`. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => (isOn ? keepScreenOn() : undefined), [isOn]);
}
