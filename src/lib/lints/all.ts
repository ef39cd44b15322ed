/** Every lint, in the order of the page that explains them. A new lint joins the others here. */
import { aboveCeiling } from './above-ceiling.ts';
import { activeAgainstName } from './active-against-name.ts';
import { alternativeRepeats } from './alternative-repeats.ts';
import { announcementAsRelease } from './announcement-as-release.ts';
import { belowChance } from './below-chance.ts';
import { betterAlternative } from './better-alternative.ts';
import { childBeforeParent } from './child-before-parent.ts';
import { closedWithRepository } from './closed-with-repository.ts';
import { contradictsValue } from './contradicts-value.ts';
import { copiedRow } from './copied-row.ts';
import { derivedSize } from './derived-size.ts';
import { derivedWithoutParent } from './derived-without-parent.ts';
import { digitsAgainstPrecision } from './digits-against-precision.ts';
import { dividedTwice } from './divided-twice.ts';
import { embeddingsTooLarge } from './embeddings-too-large.ts';
import { familyOfTwoMakers } from './family-of-two-makers.ts';
import { familySpelling } from './family-spelling.ts';
import { fileForm } from './file-form.ts';
import { idAgainstName } from './id-against-name.ts';
import { jumpAgainstFamily } from './jump-against-family.ts';
import { jumpAgainstSize } from './jump-against-size.ts';
import { keyOrder } from './key-order.ts';
import { locatorVague } from './locator-vague.ts';
import { markupInText } from './markup-in-text.ts';
import { mixtureAllActive } from './mixture-all-active.ts';
import { modalityAgainstName } from './modality-against-name.ts';
import { monthWrittenAsDay } from './month-written-as-day.ts';
import { noScores } from './no-scores.ts';
import { organizationSpelling } from './organization-spelling.ts';
import { parentInACircle } from './parent-in-a-circle.ts';
import { parentSpelling } from './parent-spelling.ts';
import { plainCounts } from './plain-counts.ts';
import { releaseTooEarly } from './release-too-early.ts';
import { repeatedNote } from './repeated-note.ts';
import { reporterAgainstSource } from './reporter-against-source.ts';
import { sameModelTwice } from './same-model-twice.ts';
import { sameValueTwice } from './same-value-twice.ts';
import { schemaAddress } from './schema-address.ts';
import { scoreOrder } from './score-order.ts';
import { shareOfItems } from './share-of-items.ts';
import { shotsAgainstProtocol } from './shots-against-protocol.ts';
import { shotsAgainstSetting } from './shots-against-setting.ts';
import { sizeAgainstName } from './size-against-name.ts';
import { sizeNearName } from './size-near-name.ts';
import { sourceForm } from './source-form.ts';
import { sourceFromTheFuture } from './source-from-the-future.ts';
import { sourceInsecure } from './source-insecure.ts';
import { sourceIsAHomePage } from './source-is-a-home-page.ts';
import { sourceNotPinned } from './source-not-pinned.ts';
import { sourceOlderThanModel } from './source-older-than-model.ts';
import { stageAgainstName } from './stage-against-name.ts';
import { teacherMissing } from './teacher-missing.ts';
import { tokensPerParameter } from './tokens-per-parameter.ts';
import { unknownSize } from './unknown-size.ts';
import { unlikeItsProtocol } from './unlike-its-protocol.ts';
import { untidyText } from './untidy-text.ts';
import type { Lint } from './lint.ts';

export const lints: readonly Lint[] = [
  alternativeRepeats,
  announcementAsRelease,
  betterAlternative,
  childBeforeParent,
  monthWrittenAsDay,
  releaseTooEarly,
  sourceFromTheFuture,
  sourceOlderThanModel,
  activeAgainstName,
  digitsAgainstPrecision,
  embeddingsTooLarge,
  mixtureAllActive,
  plainCounts,
  sizeAgainstName,
  sizeNearName,
  tokensPerParameter,
  unknownSize,
  aboveCeiling,
  belowChance,
  contradictsValue,
  copiedRow,
  dividedTwice,
  jumpAgainstFamily,
  jumpAgainstSize,
  noScores,
  sameValueTwice,
  shareOfItems,
  shotsAgainstProtocol,
  shotsAgainstSetting,
  unlikeItsProtocol,
  locatorVague,
  reporterAgainstSource,
  sourceForm,
  sourceInsecure,
  sourceIsAHomePage,
  sourceNotPinned,
  closedWithRepository,
  familyOfTwoMakers,
  familySpelling,
  idAgainstName,
  modalityAgainstName,
  organizationSpelling,
  sameModelTwice,
  stageAgainstName,
  derivedSize,
  derivedWithoutParent,
  parentInACircle,
  parentSpelling,
  teacherMissing,
  fileForm,
  keyOrder,
  markupInText,
  repeatedNote,
  schemaAddress,
  scoreOrder,
  untidyText,
];
