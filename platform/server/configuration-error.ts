/** What is wrong with how the program is set up; `words` say it in both languages. */
export type Misconfiguration =
  | { readonly kind: 'setting'; readonly setting: string; readonly reason: string }
  | { readonly kind: 'missing_beside'; readonly setting: string; readonly beside: string }
  | { readonly kind: 'database_half'; readonly setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL' }
  | { readonly kind: 'secret_missing' | 'origin_missing' | 'holds_demonstration' }
  | { readonly kind: 'port_taken'; readonly port: number }

type WrongSetting = keyof (typeof words)['vi']['wrong']

/** The reason a setting is refused for, instead of words: it is said in the language of whoever starts the program. */
export const wrong = (reason: WrongSetting): string => reason

const words = {
  vi: {
    wrong: {
      unreadable: 'giá trị chưa đúng',
      postgres_address: 'phải bắt đầu bằng postgres:// hoặc postgresql://',
      port: 'phải là số cổng, từ 0 đến 65535',
      ip_address: 'phải là địa chỉ IP, ví dụ 0.0.0.0',
      short_secret: 'phải có ít nhất 32 ký tự',
      mode: 'phải là demo hoặc production',
      web_address: 'phải là địa chỉ web, ví dụ https://ansinh.example.gov.vn',
      header: 'phải là tên của một header HTTP',
      province_code: 'phải là mã tỉnh gồm hai chữ số, ví dụ 25',
      phone: 'phải là số điện thoại',
      clamav_address: 'phải có dạng tcp://127.0.0.1:3310 hoặc unix:/run/clamav/clamd.ctl',
      workers: 'phải là số nguyên từ 0 đến 16',
      log_level: 'phải là một trong: debug, info, warn, error, silent',
      mail_server: 'phải có dạng smtps://user:password@mail.example.gov.vn:465',
      email: 'phải là địa chỉ thư điện tử',
      sms_gateway: 'phải có dạng https://sms.example.vn',
      population_register: 'phải có dạng https://dan-cu.example.gov.vn',
      signing_service: 'phải có dạng https://ky-so.example.gov.vn/csc/v1 (hoặc /csc/v2)',
      https_needed: 'phải dùng https, trừ khi dịch vụ ở ngay máy này',
      key_name: 'phải là tên gồm chữ không dấu, chữ số, _ và -',
      hours: 'phải có dạng 07:00-20:00',
      hours_order: 'phải bắt đầu trước khi kết thúc',
      per_minute: 'phải là số nguyên từ 1 đến 6000',
    },
    setting: (setting: string, wrong: string) =>
      `${setting}: ${wrong}. Ý nghĩa từng mục cấu hình có ở docs/operations.md.`,
    database_half: (setting: string) =>
      `Thiếu ${setting}: chương trình làm việc bằng một vai trò và nâng cấp bằng vai trò khác. Đặt cả DATABASE_URL và DATABASE_OWNER_URL, hoặc bỏ cả hai để dùng cơ sở dữ liệu đi kèm.`,
    missing_beside: (setting: string, beside: string) =>
      `Thiếu ${setting}, cần đi cùng ${beside}. Ý nghĩa từng mục cấu hình có ở docs/operations.md.`,
    secret_missing:
      'Thiếu ANSINH_SECRET: mọi nút ký phiên làm việc bằng cùng một khóa. Đặt một chuỗi ngẫu nhiên từ 32 ký tự, ví dụ từ `openssl rand -base64 32`.',
    origin_missing:
      'Thiếu ANSINH_ORIGIN: phiên làm việc và việc chặn trang khác cần đúng địa chỉ mà người dùng gõ. Ví dụ https://ansinh.example.gov.vn.',
    holds_demonstration:
      'Cơ sở dữ liệu này chứa tỉnh mẫu, có những mật khẩu ai cũng biết. Dùng cơ sở dữ liệu khác, hoặc đặt ANSINH_MODE=demo.',
    port_taken: (port: number) => `Cổng ${port} đang được dùng. Chọn cổng khác bằng --port hoặc PORT.`,
  },
  en: {
    wrong: {
      unreadable: 'is not as it should be',
      postgres_address: 'must begin with postgres:// or postgresql://',
      port: 'must be a port, from 0 to 65535',
      ip_address: 'must be an IP address, such as 0.0.0.0',
      short_secret: 'must have at least 32 characters',
      mode: 'must be demo or production',
      web_address: 'must be an address such as https://ansinh.example.gov.vn',
      header: 'must be the name of a header',
      province_code: 'must be the code of a province, such as 25',
      phone: 'must be a telephone number',
      clamav_address: 'must be like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl',
      workers: 'must be a whole number from 0 to 16',
      log_level: 'must be one of debug, info, warn, error, silent',
      mail_server: 'must be like smtps://user:password@mail.example.gov.vn:465',
      email: 'must be an e-mail address',
      sms_gateway: 'must be like https://sms.example.vn',
      population_register: 'must be like https://dan-cu.example.gov.vn',
      signing_service: 'must be like https://sign.example.gov.vn/csc/v1 (or /csc/v2)',
      https_needed: 'must be https, unless the gateway is on this machine',
      key_name: 'must be a name of letters, figures, _ and -',
      hours: 'must be like 07:00-20:00',
      hours_order: 'must begin before it ends',
      per_minute: 'must be a whole number from 1 to 6000',
    },
    setting: (setting: string, wrong: string) =>
      `${setting}: ${wrong}. docs/operations.md says what each setting means.`,
    database_half: (setting: string) =>
      `${setting} is missing: the program works as one role and migrates as another. Set both, or neither for the embedded server.`,
    missing_beside: (setting: string, beside: string) =>
      `${setting} is missing beside ${beside}. docs/operations.md says what each setting means.`,
    secret_missing:
      'ANSINH_SECRET is missing: every node signs sessions with the same secret. Set it to 32 or more random characters, for example from `openssl rand -base64 32`.',
    origin_missing:
      'ANSINH_ORIGIN is missing: sessions and the check against other sites need the address people type. Set it, for example https://ansinh.example.gov.vn.',
    holds_demonstration:
      'This database holds the demonstration province, whose passwords everybody knows. Use another database, or set ANSINH_MODE=demo.',
    port_taken: (port: number) => `Port ${port} is in use. Choose another with --port or PORT.`,
  },
} as const

/** A setting that cannot be used: which, why, and what to do, one line for each. */
export class ConfigurationError extends Error {
  readonly wrong: readonly Misconfiguration[]

  constructor(...wrong: readonly Misconfiguration[]) {
    super(said(wrong, 'en'))
    this.wrong = wrong
  }

  inWords(language: 'vi' | 'en'): string {
    return said(this.wrong, language)
  }
}

function said(wrong: readonly Misconfiguration[], language: 'vi' | 'en'): string {
  return wrong.map((one) => sayOne(one, language)).join('\n')
}

function sayOne(one: Misconfiguration, language: 'vi' | 'en'): string {
  const t = words[language]
  switch (one.kind) {
    case 'setting':
      return t.setting(
        one.setting,
        (t.wrong as Readonly<Record<string, string>>)[one.reason] ?? t.wrong.unreadable,
      )
    case 'missing_beside':
      return t.missing_beside(one.setting, one.beside)
    case 'database_half':
      return t.database_half(one.setting)
    case 'port_taken':
      return t.port_taken(one.port)
    case 'secret_missing':
    case 'origin_missing':
    case 'holds_demonstration':
      return t[one.kind]
  }
}
