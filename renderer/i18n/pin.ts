import type { Language } from '../../shared/kernel/language.ts';

/** The second person at the host's own machine, and the PIN. */
type PinWords = {
  readonly mark: string;
  readonly chooseTitle: string;
  readonly comeInTitle: string;
  readonly signTitle: string;
  readonly pin: string;
  readonly again: string;
  readonly form: string;
  /** What the PIN doesn't protect from. */
  readonly help: string;
  readonly comeIn: string;
  readonly sign: string;
  readonly giveUp: string;
  readonly chooseAnew: string;
  readonly faults: { readonly [fault in 'wrong' | 'bad-form' | 'not-the-same']: string };
  readonly wait: (seconds: number) => string;
  readonly noPin: string;
  readonly admittedElsewhere: string;
};

export const pinWords: { readonly [language in Language]: PinWords } = {
  'zh-Hans': {
    mark: '同机双人',
    chooseTitle: '这是主机本机，请第二人设 PIN',
    comeInTitle: '请第二人输入 PIN',
    signTitle: '请第二人输入 PIN 签名',
    pin: 'PIN',
    again: '再输入一次',
    form: '6 到 12 位数字，请操作员回避。',
    help: '所有表单都会写明「同机双人」。看到您输入 PIN 的人，或从这台机器的浏览器取出本页所存、逐个试 PIN 的人，都能以您的名义签名；有第二台设备就请用第二台。',
    comeIn: '继续',
    sign: '签名',
    giveUp: '不签',
    chooseAnew: '另设 PIN',
    faults: {
      wrong: 'PIN 不对',
      'bad-form': 'PIN 是 6 到 12 位数字',
      'not-the-same': '两次输入的不一样',
    },
    wait: (seconds) => `请等 ${seconds} 秒再试`,
    noPin: '没有输入 PIN，没有签',
    admittedElsewhere: '这把密钥是在别的机器上准入的，请操作员先移除那台设备，再重新申请',
  },
  'zh-Hant': {
    mark: '同機雙人',
    chooseTitle: '這是主機本機，請第二人設 PIN',
    comeInTitle: '請第二人輸入 PIN',
    signTitle: '請第二人輸入 PIN 簽名',
    pin: 'PIN',
    again: '再輸入一次',
    form: '6 到 12 位數字，請操作員迴避。',
    help: '所有表單都會寫明「同機雙人」。看到您輸入 PIN 的人，或從這台機器的瀏覽器取出本頁所存、逐個試 PIN 的人，都能以您的名義簽名；有第二台設備就請用第二台。',
    comeIn: '繼續',
    sign: '簽名',
    giveUp: '不簽',
    chooseAnew: '另設 PIN',
    faults: {
      wrong: 'PIN 不對',
      'bad-form': 'PIN 是 6 到 12 位數字',
      'not-the-same': '兩次輸入的不一樣',
    },
    wait: (seconds) => `請等 ${seconds} 秒再試`,
    noPin: '沒有輸入 PIN，沒有簽',
    admittedElsewhere: '這把金鑰是在別的機器上准入的，請操作員先移除那台設備，再重新申請',
  },
  en: {
    mark: 'Two persons, one machine',
    chooseTitle: 'This is the host’s own machine: the second person sets a PIN',
    comeInTitle: 'The second person’s PIN, please',
    signTitle: 'The second person signs with the PIN',
    pin: 'PIN',
    again: 'PIN once more',
    form: '6 to 12 digits. Operator, please look away.',
    help: 'Every sheet will say “two persons, one machine”. Anyone who watches you type it, or takes what this page keeps in the browser and tries every PIN, can sign as you. Where there is a second device, use that.',
    comeIn: 'Continue',
    sign: 'Sign',
    giveUp: 'Don’t sign',
    chooseAnew: 'Set another PIN',
    faults: {
      wrong: 'Wrong PIN',
      'bad-form': 'A PIN is 6 to 12 digits',
      'not-the-same': 'The two PINs differ',
    },
    wait: (seconds) => `Try again in ${seconds} s`,
    noPin: 'No PIN was given: nothing is signed',
    admittedElsewhere:
      'This key was admitted on another machine: the operator has to remove that device first, then ask again',
  },
};
