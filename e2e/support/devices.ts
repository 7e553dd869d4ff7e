// The two sizes every screen is looked at in. A story with two people opens a context of each.

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const desktop = { viewport: { width: 1440, height: 900 } };
