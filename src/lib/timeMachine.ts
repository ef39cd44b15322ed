/**
 * The time machine: what the measurement would have said at the end of every month, from the models
 * released by then. The ruler is today's throughout, so that only the trend's knowledge changes; a
 * model is known from its release, not from the day its scores were published, which no record
 * holds for all.
 */
import { checkChoices } from './choiceText.ts';
import type { Choices, EstimatorId } from './choices.ts';
import { CLOCK_START, defaultChoices } from './choices.ts';
import type { TrendResult } from './growth.ts';
import { addIntervals, findTrend, fitTrends } from './growth.ts';
import type { PanelData } from './panel.ts';
import type { DensityDraws } from './resample.ts';
import type { Survey } from './survey.ts';
import { countsInTrend, drawSurvey, surveyPanel } from './survey.ts';
import { dateOfDay, dayNumber } from './time.ts';

/** The measurement as of one day. */
export interface Moment {
  /** Last day counted, YYYY-MM-DD. */
  asOf: string;
  /** The chosen estimator on all models from the clock's start to that day. */
  trend: TrendResult;
  /** The densest model so far; null before the first. */
  leader: { id: string; density: number } | null;
}

export interface TimeMachine {
  panel: string;
  estimator: EstimatorId;
  moments: Moment[];
}

/** Month-ends from the clock's start up to a day, and that day itself. */
export function monthEnds(last: string): string[] {
  const days: string[] = [];
  let [year, month] = [Number(CLOCK_START.slice(0, 4)), Number(CLOCK_START.slice(5, 7)) + 1];
  for (;;) {
    const next =
      month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const end = dateOfDay(dayNumber(next) - 1);
    if (end > last) break;
    days.push(end);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  if (days.at(-1) !== last) days.push(last);
  return days;
}

/**
 * The chosen estimator at the end of every month since March 2023, all models since the clock's
 * start. Each interval equals that of `compute` with the same `asOf`: the draws are shared.
 *
 * @throws RefusalError where the panel or the ruler cannot be used at all
 */
export function runTimeMachine(data: PanelData, choices: Partial<Choices> = {}): TimeMachine {
  const chosen: Choices = { ...defaultChoices, ...choices };
  checkChoices(chosen, data);
  const last = chosen.asOf ?? data.dataset.asOf;
  const survey = surveyPanel(data, chosen);
  const draws = chosen.draws > 0 ? drawSurvey(survey) : null;
  const moments = monthEnds(last).map((day) => measureMoment(survey, draws, day));
  return { panel: chosen.panel, estimator: chosen.estimator, moments };
}

function measureMoment(survey: Survey, draws: DensityDraws | null, asOf: string): Moment {
  const { estimator } = survey.choices;
  const trends = fitTrends(survey, asOf, [{ estimator, window: 'all' }]);
  if (draws) addIntervals(survey, trends, draws);
  return { asOf, trend: findTrend(trends, estimator, 'all'), leader: leaderOn(survey, asOf) };
}

function leaderOn({ models }: Survey, asOf: string): Moment['leader'] {
  let leader: Moment['leader'] = null;
  for (const model of models.filter(countsInTrend)) {
    const { id, density, released } = model;
    if (density === null || released === null || released < CLOCK_START || released > asOf)
      continue;
    if (!leader || density > leader.density) leader = { id, density };
  }
  return leader;
}
