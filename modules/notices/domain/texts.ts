import type { NewsKind } from './kinds.ts'

type Label = { readonly vi: string; readonly en: string }

/** What a text may be filled with. */
export type Parts = {
  /** «Xã Tam Sơn» */
  readonly unit: string
  /** Of the file; empty where somebody wrote without one. */
  readonly code: string
  /** «24/11/2026»; empty where no day is promised. */
  readonly due: string
  /** By which way somebody is paid: «qua tài khoản …4321»; empty where the news is of a file. */
  readonly way: Label
  /** Where to ask: « Hỏi: 0211 123 456.», or nothing. */
  readonly ask: Label
  /** Where the file can be followed. */
  readonly page: string
  /** Where an answer is read with the code of what was sent. */
  readonly feedback: string
}

/**
 * What people are told, by kind. It travels over other people’s machines and lies open on a phone that a family shares: no
 * benefit, no amount, no illness, no name of a procedure or a paper. Whoever has the code and the birth date reads the rest
 * on the portal; whoever has neither asks at the office.
 */
export const texts: Readonly<Record<NewsKind, Label>> = {
  received: {
    vi: 'An Sinh: {unit} đã nhận hồ sơ {code} và đang xem giấy tờ đã đủ chưa. Xem: {page}.{ask}',
    en: 'An Sinh: {unit} has received file {code} and is checking that it is complete. See {page}.{ask}',
  },
  accepted: {
    vi: 'An Sinh: Hồ sơ {code} đã đủ giấy tờ. {unit} trả lời chậm nhất ngày {due}.{ask}',
    en: 'An Sinh: File {code} is complete. {unit} answers by {due}.{ask}',
  },
  papers_asked: {
    vi: 'An Sinh: Hồ sơ {code} còn thiếu giấy tờ. Xem: {page} hoặc đến Bộ phận Một cửa {unit}.{ask}',
    en: 'An Sinh: Papers are missing in file {code}. See {page} or come to the one-stop desk of {unit}.{ask}',
  },
  resumed: {
    vi: 'An Sinh: {unit} giải quyết tiếp hồ sơ {code}, trả lời chậm nhất ngày {due}.{ask}',
    en: 'An Sinh: {unit} goes on with file {code} and answers by {due}.{ask}',
  },
  invited: {
    vi: 'An Sinh: {unit} mời ông/bà đến về hồ sơ {code}. Ngày giờ xem tại {page} hoặc Bộ phận Một cửa.{ask}',
    en: 'An Sinh: {unit} asks you to come about file {code}. See {page} or the one-stop desk for the time.{ask}',
  },
  answer_ready: {
    vi: 'An Sinh: Hồ sơ {code} đã có kết quả. Mời đến Bộ phận Một cửa {unit} nhận hoặc xem: {page}.{ask}',
    en: 'An Sinh: The answer to file {code} is there, at the one-stop desk of {unit} or at {page}.{ask}',
  },
  declined: {
    vi: 'An Sinh: {unit} chưa nhận được hồ sơ {code}. Lý do xem tại {page} hoặc Bộ phận Một cửa.{ask}',
    en: 'An Sinh: {unit} could not take file {code} in. See {page} or the one-stop desk for why.{ask}',
  },
  withdrawn: {
    vi: 'An Sinh: Hồ sơ {code} đã rút theo đề nghị. Nếu không phải ông/bà yêu cầu, hãy báo {unit}.{ask}',
    en: 'An Sinh: File {code} was withdrawn as asked. If it was not you, tell {unit}.{ask}',
  },
  appeal_received: {
    vi: 'An Sinh: {unit} đã nhận đơn về hồ sơ {code}. Dùng mã đã cấp khi gửi để xem trả lời.{ask}',
    en: 'An Sinh: {unit} has what you wrote about file {code}. Use the code you were given to see the answer.{ask}',
  },
  appeal_accepted: {
    vi: 'An Sinh: {unit} đã thụ lý đơn của ông/bà về hồ sơ {code}, trả lời chậm nhất ngày {due}.{ask}',
    en: 'An Sinh: {unit} has taken up what you wrote about file {code} and answers by {due}.{ask}',
  },
  appeal_decided: {
    vi: 'An Sinh: Đơn của ông/bà về hồ sơ {code} đã có trả lời. Mời đến {unit} nhận, hoặc xem bằng mã đã cấp.{ask}',
    en: 'An Sinh: What you wrote about file {code} is answered. Come to {unit}, or use the code you were given.{ask}',
  },
  feedback_answered: {
    vi: 'An Sinh: {unit} đã trả lời điều ông/bà gửi. Xem bằng mã đã cấp khi gửi, tại {feedback}.{ask}',
    en: 'An Sinh: {unit} has answered what you sent. See it with the code you were given, at {feedback}.{ask}',
  },
  papers_reminder: {
    vi: 'An Sinh: Hồ sơ {code} vẫn chờ ông/bà bổ sung giấy tờ. Xem: {page} hoặc hỏi Bộ phận Một cửa {unit}.{ask}',
    en: 'An Sinh: File {code} still waits for your papers. See {page} or ask the one-stop desk of {unit}.{ask}',
  },
  overdue: {
    vi: 'An Sinh: Hồ sơ {code} chưa có kết quả đúng hẹn {due}. {unit} xin lỗi ông/bà. Xem: {page}.{ask}',
    en: 'An Sinh: The answer to file {code} was due on {due} and is late. {unit} apologises. See {page}.{ask}',
  },
  way_asked: {
    vi: 'An Sinh: {unit} đã ghi đề nghị để ông/bà nhận tiền {way}. Nếu không phải ông/bà yêu cầu, hãy báo ngay cho {unit}.{ask}',
    en: 'An Sinh: {unit} has noted a request that you be paid {way}. If it was not you, tell {unit} at once.{ask}',
  },
  way_approved: {
    vi: 'An Sinh: Từ ngày {due} ông/bà nhận tiền {way}. Nếu không đúng ý ông/bà, hãy báo {unit} trước ngày ấy.{ask}',
    en: 'An Sinh: From {due} you are paid {way}. If that is not what you want, tell {unit} before then.{ask}',
  },
  way_in_force: {
    vi: 'An Sinh: Từ kỳ tới ông/bà nhận tiền {way}. Không ai được hỏi mật khẩu hay mã OTP của ông/bà. Cần giúp: {unit}.{ask}',
    en: 'An Sinh: From the next payment on you are paid {way}. Nobody may ask for your password or code. Help: {unit}.{ask}',
  },
  way_fallen_back: {
    vi: 'An Sinh: Việc nhờ người khác nhận tiền thay đã hết hiệu lực. Từ kỳ tới ông/bà nhận {way}. Cần đổi: đến {unit}.{ask}',
    en: 'An Sinh: Nobody receives your money in your place any more. From now on you are paid {way}. To change it: {unit}.{ask}',
  },
  way_called_wrong: {
    vi: 'An Sinh: Tài khoản nhận tiền của ông/bà bị báo sai nên không chi qua đó nữa. Từ kỳ tới ông/bà nhận {way}. Cần đổi tài khoản: đến {unit}.{ask}',
    en: 'An Sinh: The account you were paid on was found to be wrong. From now on you are paid {way}. For another account: {unit}.{ask}',
  },
}

/** How a way is called in a message: of an account its end, by which its owner knows it. */
export function wayWords(
  channel: 'account' | 'wallet' | 'cash_point' | 'cash_home',
  end: string | null,
): Label {
  switch (channel) {
    case 'account':
      return { vi: `qua tài khoản ${end}`, en: `on the account ${end}` }
    case 'wallet':
      return { vi: `qua ví điện tử ${end}`, en: `on the wallet ${end}` }
    case 'cash_point':
      return { vi: 'bằng tiền mặt tại điểm chi', en: 'in cash at the pay point' }
    case 'cash_home':
      return { vi: 'bằng tiền mặt tại nhà', en: 'in cash at home' }
  }
}

/** Of a file that few may know of nothing is told but that there is something: not even that it is a file. */
export const discreetText: Label = {
  vi: '{unit} có tin cho ông/bà. Mời đến Bộ phận Một cửa, mang theo giấy tờ tùy thân.{ask}',
  en: '{unit} has news for you. Please come to the one-stop desk with your identity card.{ask}',
}

/** The subject of an e-mail stands in lists that others see: one for all. */
export const subject: Label = { vi: 'Tin từ {unit}', en: 'News from {unit}' }

/** Under the text of an e-mail. */
export const emailFoot: Label = {
  vi: 'Thư này gửi tự động, không trả lời được. Không muốn nhận thư nữa: báo Bộ phận Một cửa.',
  en: 'Nobody reads answers to this address. To get no more of these, tell the one-stop desk.',
}

/** Puts the parts in; a part nobody knows is a mistake in the text. */
export function fill(text: Label, language: keyof Label, parts: Parts): string {
  return text[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(parts, name)) throw new RangeError(`No part of a text is called ${name}`)
    const part = parts[name as keyof Parts]
    return typeof part === 'string' ? part : part[language]
  })
}

/** What goes out over a wire. */
export function messageOf(kind: NewsKind, isConfidential: boolean, parts: Parts) {
  const text = isConfidential ? discreetText : texts[kind]
  const both = (['vi', 'en'] as const).map(
    (language) => `${fill(text, language, parts)}\n\n${fill(emailFoot, language, parts)}`,
  )
  return {
    sms: fill(text, 'vi', parts),
    email: { subject: fill(subject, 'vi', parts), text: both.join('\n\n--\n\n') },
  }
}
