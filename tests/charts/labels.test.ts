import { expect, test } from 'vitest';
import { placeLabels, textWidth } from '../../src/components/charts/labels.ts';

const bounds = { left: 0, right: 400, top: 0, bottom: 300 };

test('no label covers another, a point that matters, or the edge', () => {
  const requests = Array.from({ length: 12 }, (_, i) => ({
    text: `Model ${i}`,
    x: 60 + i * 25,
    y: 240 - i * 18,
  }));
  const obstacles = requests.map(({ x, y }) => ({ x, y, radius: 4 }));
  const labels = placeLabels(requests, obstacles, bounds, 12);
  expect(labels.length).toBeGreaterThan(6);
  const boxes = labels.map(({ text, labelX, labelY, anchor }) => {
    const width = textWidth(text, 12);
    const left = labelX - width * { start: 0, middle: 0.5, end: 1 }[anchor];
    return { left, right: left + width, top: labelY - 6, bottom: labelY + 6 };
  });
  for (const [i, a] of boxes.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(400);
    for (const { x, y } of obstacles) {
      expect(x > a.left && x < a.right && y > a.top && y < a.bottom).toBe(false);
    }
    for (const b of boxes.slice(i + 1)) {
      const apart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart).toBe(true);
    }
  }
});

test('the first request wins where there is room for one', () => {
  const tight = { left: 0, right: 60, top: 0, bottom: 30 };
  const requests = ['first', 'second'].map((text) => ({ text, x: 30, y: 20 }));
  const labels = placeLabels(requests, [{ x: 30, y: 20, radius: 3 }], tight, 12);
  expect(labels.map(({ text }) => text)).toEqual(['first']);
});

test('a label never stands farther off than asked', () => {
  const wall = [{ x: 200, y: 150, radius: 30 }];
  expect(placeLabels([{ text: 'a', x: 200, y: 150 }], wall, bounds, 12, 12)).toEqual([]);
  expect(placeLabels([{ text: 'a', x: 200, y: 150 }], wall, bounds, 12)).toHaveLength(1);
});
