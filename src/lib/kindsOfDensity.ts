/**
 * Kinds of density: the headline's line with one benchmark at a time. A test of facts and a test of
 * sums need not get dense at one pace; where they do not, "density" is several quantities.
 */
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import type { TrendResult } from './growth.ts';
import { addIntervals, findTrend, fitTrends } from './growth.ts';
import type { PanelData } from './panel.ts';
import { panelAxes } from './panel.ts';
import { drawSurvey, surveyPanel } from './survey.ts';

export interface KindOfDensity {
  panel: string;
  benchmark: string;
  /** The benchmark's name for readers. */
  name: string;
  trend: TrendResult;
}

/**
 * One line per benchmark of each panel, default estimator, all data.
 *
 * @param options.draws bootstrap draws of each; 0 for no intervals
 * @throws RefusalError where a panel or its ruler cannot be used at all
 */
export function measureKinds(data: PanelData, { draws }: { draws: number }): KindOfDensity[] {
  return data.panels.flatMap(({ id: panel }) => {
    const whole: Choices = { ...defaultChoices, panel, draws };
    return panelAxes(data, whole).map(({ benchmark, name }) => {
      const survey = surveyPanel(data, { ...whole, benchmarks: [benchmark], needs: 1 });
      const { estimator, window } = whole;
      const trends = fitTrends(survey, data.dataset.asOf, [{ estimator, window }]);
      if (draws > 0) addIntervals(survey, trends, drawSurvey(survey));
      return { panel, benchmark, name, trend: findTrend(trends, estimator, window) };
    });
  });
}
