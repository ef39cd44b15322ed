/** The choice map in worker threads: the same points, in the same order, with any number of them. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readData } from '../src/build/readData.ts';
import type { MapOptions, MappedPoint } from '../src/lib/choiceMap.ts';
import { mapPoint, mapPoints } from '../src/lib/choiceMap.ts';

interface Task extends MapOptions {
  dir: string;
  /** This thread takes every `step`-th point from `first` on. */
  first: number;
  step: number;
}

/**
 * Measures the whole map.
 *
 * @param dir directory of records; every thread reads it for itself
 * @param report called after each point with how many are done, and of how many
 */
export async function mapInThreads(
  dir: string,
  options: MapOptions,
  threads: number,
  report?: (done: number, all: number) => void,
): Promise<MappedPoint[]> {
  const all = mapPoints(readData(dir)).length;
  const mapped: MappedPoint[] = new Array(all);
  let done = 0;
  const run = (first: number) =>
    new Promise<void>((resolve, reject) => {
      const task: Task = { ...options, dir, first, step: threads };
      const worker = new Worker(new URL(import.meta.url), { workerData: task });
      worker.on('message', ({ index, point }: { index: number; point: MappedPoint }) => {
        mapped[index] = point;
        done += 1;
        report?.(done, all);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`mapInThreads: a thread ended with code ${code}`));
      });
    });
  await Promise.all(Array.from({ length: threads }, (_, first) => run(first)));
  return mapped;
}

function work({ dir, first, step, ...options }: Task): void {
  const data = readData(dir);
  const points = mapPoints(data);
  for (let index = first; index < points.length; index += step) {
    const point = points[index];
    if (point) parentPort?.postMessage({ index, point: mapPoint(data, point, options) });
  }
}

if (!isMainThread) work(workerData as Task);
