/** The glossary in English, in alphabetical order of the term. */
import type { Term } from './term.ts';

export const terms: readonly Term[] = [
  {
    id: 'active-parameters',
    term: 'active parameters',
    chinese: '激活参数',
    definition:
      'The parameters that work on one token. In a mixture of experts they are a part of all parameters; in a dense model they are all of them.',
    see: ['mixture-of-experts', 'parameter'],
  },
  {
    id: 'base-model',
    term: 'base model',
    chinese: '基座模型',
    definition:
      'A model that has only learned to continue text, before it is tuned to follow instructions. The law speaks of base models only.',
    see: ['tuning', 'pre-training'],
  },
  {
    id: 'benchmark',
    term: 'benchmark',
    chinese: '基准测试',
    definition:
      'A fixed set of questions with a rule for scoring the answers, so that models can be compared. Under another protocol the same questions are another test.',
    see: ['protocol', 'panel'],
  },
  {
    id: 'bootstrap',
    term: 'bootstrap',
    chinese: '自助法',
    definition:
      'A way to see what chance may have done: draw the data anew from themselves many times, and look at how much the result moves. Here whole families of models are drawn, and scores within their errors.',
    see: ['interval'],
  },
  {
    id: 'density',
    term: 'capability density',
    chinese: '能力密度',
    definition:
      'The effective size of a model divided by its real size: how many parameters the ruler needs for the same scores, for each one that the model has. The ruler’s own family has density one.',
    see: ['effective-parameters', 'ruler'],
  },
  {
    id: 'ceiling',
    term: 'ceiling',
    chinese: null,
    definition:
      'The score that a curve comes near and never passes. At a test’s ceiling a small step in score is a giant step in size, so there a score says little.',
    see: ['saturation'],
  },
  {
    id: 'chance-level',
    term: 'chance level',
    chinese: null,
    definition:
      'The score of guessing: a quarter on a test with four choices. A model at that level shows no ability that could be measured.',
    see: ['benchmark'],
  },
  {
    id: 'choice-map',
    term: 'choice map',
    chinese: null,
    definition:
      'All lines that come out when every defensible combination of tests, ruler, count of parameters, line and months is tried. Statisticians call the picture of it a specification curve.',
    see: ['estimator', 'interval'],
  },
  {
    id: 'compression',
    term: 'compression',
    chinese: '模型压缩',
    definition:
      'Making a finished model smaller, by pruning, by distillation or by quantisation, instead of training a small one from the start.',
    see: ['pruning', 'distillation', 'quantisation'],
  },
  {
    id: 'contamination',
    term: 'contamination',
    chinese: '数据污染',
    definition:
      'Test questions, or others like them, among the texts that a model learned from. Its score then shows memory instead of ability.',
    see: ['benchmark'],
  },
  {
    id: 'densing-law',
    term: 'densing law',
    chinese: '密度定律',
    definition:
      'The statement that the largest density among open base models grows exponentially with time, doubling about every hundred days. In Chinese it is also called 密度法则.',
    see: ['density', 'doubling-time'],
  },
  {
    id: 'distillation',
    term: 'distillation',
    chinese: '蒸馏',
    definition:
      'Training a model on the answers of a larger one. The child may become dense at the expense of a parent whose work density does not count.',
    see: ['compression'],
  },
  {
    id: 'doubling-time',
    term: 'doubling time',
    chinese: null,
    definition:
      'The time in which a quantity that grows exponentially becomes twice as large. For a quantity that falls, such as a price, it is the time to halve.',
    see: ['exponential-growth'],
  },
  {
    id: 'edge',
    term: 'edge of the field',
    chinese: null,
    definition:
      'The line below which nine models in ten lie on the day. It marks what the dense models of a time can do, and all models have a say in where it runs.',
    see: ['quantile-regression', 'record-holder'],
  },
  {
    id: 'effective-parameters',
    term: 'effective parameters',
    chinese: '有效参数量',
    definition:
      'The size at which a model of the ruler’s family would reach a model’s scores. Also called effective size.',
    see: ['density', 'ruler'],
  },
  {
    id: 'estimator',
    term: 'estimator',
    chinese: null,
    definition:
      'A rule that turns data into one number, such as a line through all points or through the highest ones. Two rules can say different things of the same data.',
    see: ['edge', 'record-holder'],
  },
  {
    id: 'exponential-growth',
    term: 'exponential growth',
    chinese: '指数增长',
    definition:
      'Growth by the same factor in each equal stretch of time. On a logarithmic axis it is a straight line.',
    see: ['doubling-time'],
  },
  {
    id: 'family',
    term: 'family',
    chinese: null,
    definition:
      'Models that one maker trained by one recipe in several sizes. Its members are not independent witnesses, so an interval must count families and not models.',
    see: ['ruler', 'bootstrap'],
  },
  {
    id: 'flop',
    term: 'FLOP',
    chinese: '浮点运算',
    definition:
      'One operation of arithmetic on a computer. Training a model takes about six for each active parameter and each token.',
    see: ['token'],
  },
  {
    id: 'inference',
    term: 'inference',
    chinese: '推理',
    definition:
      'The use of a finished model, as against its training. Its cost comes again with every answer.',
    see: ['pre-training'],
  },
  {
    id: 'interval',
    term: 'interval',
    chinese: '置信区间',
    definition:
      'The range that would hold the truth nine times in ten if the measurement were repeated. It covers chance, and not a wrong method.',
    see: ['bootstrap'],
  },
  {
    id: 'jevons',
    term: 'Jevons paradox',
    chinese: '杰文斯悖论',
    definition:
      'When a thing takes less fuel for each use, so much more of it may be used that the fuel burned in all rises. Jevons saw it in coal.',
  },
  {
    id: 'log-score',
    term: 'log score',
    chinese: null,
    definition:
      'A mark for a forecast: the logarithm of the probability that it gave to what came. Bold and right scores high, bold and wrong very low.',
    see: ['rival-shapes'],
  },
  {
    id: 'loss',
    term: 'loss',
    chinese: '损失',
    definition:
      'How badly a model foretells the next token, on average. Training lowers it; scores rise as it falls.',
    see: ['token', 'scaling-law'],
  },
  {
    id: 'mixture-of-experts',
    term: 'mixture of experts',
    chinese: '混合专家',
    definition:
      'A model of many parts of which only a few work on each token. It is cheap to run for its size and must still be stored whole.',
    see: ['active-parameters'],
  },
  {
    id: 'moores-law',
    term: 'Moore’s law',
    chinese: '摩尔定律',
    definition:
      'The observation of 1965 that the number of parts on a chip keeps doubling, at first every year and by the version of 1975 every two. The densing law’s name recalls it.',
    see: ['doubling-time'],
  },
  {
    id: 'on-device',
    term: 'on device',
    chinese: '端侧',
    definition:
      'On the phone, laptop or car itself instead of in a data centre. Memory is the first thing to run out there.',
    see: ['quantisation'],
  },
  {
    id: 'open-weights',
    term: 'open weights',
    chinese: null,
    definition:
      'Published parameters, which anyone can download, run and measure. Closed models can only be asked questions, and most do not tell their size.',
    see: ['parameter'],
  },
  {
    id: 'panel',
    term: 'panel',
    chinese: null,
    definition:
      'A fixed set of benchmarks under fixed protocols on which models are measured. This site has three, so that no finding hangs on one set of tests.',
    see: ['benchmark', 'protocol'],
  },
  {
    id: 'parameter',
    term: 'parameter',
    chinese: '参数',
    definition: 'One of the numbers that a model learns. Their count is the model’s size.',
    see: ['active-parameters'],
  },
  {
    id: 'pre-training',
    term: 'pre-training',
    chinese: '预训练',
    definition:
      'The long first training, in which a model learns to foretell the next token of very many texts.',
    see: ['base-model', 'token'],
  },
  {
    id: 'protocol',
    term: 'protocol',
    chinese: null,
    definition:
      'How a test is put: how many worked examples come first, whether the model may write out its steps, how its answer is read. Scores under two protocols must not be mixed.',
    see: ['benchmark'],
  },
  {
    id: 'pruning',
    term: 'pruning',
    chinese: '剪枝',
    definition:
      'Cutting parameters, or whole layers, out of a finished model, and mostly training the rest a little more.',
    see: ['compression'],
  },
  {
    id: 'quantile-regression',
    term: 'quantile regression',
    chinese: '分位数回归',
    definition:
      'Fitting a line that a given share of the points lie below, here nine in ten, instead of one through their middle.',
    see: ['edge'],
  },
  {
    id: 'quantisation',
    term: 'quantisation',
    chinese: '量化',
    definition:
      'Storing each parameter with fewer bits. The model takes less memory and loses a little of its ability.',
    see: ['compression'],
  },
  {
    id: 'reasoning-mode',
    term: 'reasoning mode',
    chinese: null,
    definition:
      'Letting a model write a long train of thought before its answer. It buys score with more words for each answer, which density does not count.',
    see: ['inference'],
  },
  {
    id: 'record-holder',
    term: 'record holder',
    chinese: null,
    definition:
      'A model denser than every earlier one. The papers lay their line through such models; since a record can only rise, that line grows even where nothing does.',
    see: ['edge', 'estimator'],
  },
  {
    id: 'rival-shapes',
    term: 'rival shapes',
    chinese: null,
    definition:
      'Other forms than the exponential that growth could have, such as levelling off. Each is judged by how well it foretells models that it has not seen.',
    see: ['log-score', 'exponential-growth'],
  },
  {
    id: 'ruler',
    term: 'ruler',
    chinese: '参考模型',
    definition:
      'A family of models made by one recipe in several sizes, whose scores as a function of size turn any score into an effective size. The papers say reference model.',
    see: ['density'],
  },
  {
    id: 'saturation',
    term: 'saturation',
    chinese: null,
    definition:
      'What befalls a test when models come near its top. The scores then bunch together and no longer tell models apart.',
    see: ['ceiling'],
  },
  {
    id: 'scaling-law',
    term: 'scaling law',
    chinese: '尺度定律',
    definition:
      'The finding that loss falls smoothly, as a power, with more parameters, more tokens and more work. In Chinese also 规模法则 or 缩放定律.',
    see: ['loss'],
  },
  {
    id: 'sparsity',
    term: 'sparsity',
    chinese: '稀疏',
    definition:
      'Leaving out work that would change little, such as parameters near zero. Chips must support it before it saves time.',
    see: ['mixture-of-experts'],
  },
  {
    id: 'time-machine',
    term: 'time machine',
    chinese: null,
    definition:
      'The measurement as it would have come out at the end of each past month, from the models known by then. It shows whether a number was stable.',
  },
  {
    id: 'token',
    term: 'token',
    chinese: '词元',
    definition:
      'A piece of text, about a short word or a part of a long one. Models read and write tokens, and prices are given for a million of them.',
    see: ['pre-training'],
  },
  {
    id: 'tuning',
    term: 'tuning',
    chinese: '微调',
    definition:
      'Training a base model further so that it follows instructions or takes a form. It also teaches the form of the tests.',
    see: ['base-model'],
  },
];
