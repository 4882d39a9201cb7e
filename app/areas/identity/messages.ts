/** Words of sign-in, sessions, passwords and one-time links. */
export const fa = {
  "identity.sign-in.title": "ورود",
  "identity.sign-in.name": "نام کاربری یا شماره همراه",
  "identity.sign-in.name.help": "با رقم فارسی یا لاتین، با صفر یا بی‌صفر",
  "identity.sign-in.password": "گذرواژه",
  "identity.sign-in.forgotten": "فراموش کرده‌ام",
  "identity.sign-in.keep": "این دستگاه از آنِ خودم است؛ تا ۳۰ روز بماند",
  "identity.sign-in.enter": "ورود به میز کار",
  "identity.sign-in.refused":
    "نام کاربری یا گذرواژه درست نیست. دوباره بنویسید؛ پس از چند بار نادرست، چند دقیقه صبر کنید یا گذرواژه را بازیابی کنید.",
  "identity.sign-in.motto": "هر قولی که داده می‌شود، تا پایان دنبال می‌شود.",
  "identity.sign-in.about": "سامانه مردمی‌سازی اداره: شبکه، جلسه، تعهد، مطالبه و گزارش، در یک جا.",
  "identity.sign-in.other-language": "English",
  "identity.forgotten.title": "بازیابی گذرواژه",
  "identity.forgotten.text":
    "گذرواژه شما را هیچ‌کس نمی‌داند و جایی نوشته نشده است. از کسی که انتصاب شما را ثبت کرده (سطح بالاتر) یا راهبر سامانه بخواهید پیوند تازه‌ای برای شما بسازد.",
  "identity.forgotten.link":
    "آن پیوند یک بار و تا سه روز کار می‌کند. با آن گذرواژه تازه می‌گذارید و همه نشست‌های پیشین شما بسته می‌شود.",
  "identity.forgotten.back": "بازگشت به ورود",
  "identity.places.lead": "در بیش از یک جا انتصاب دارید. هر جا را در برگه‌ای جدا هم می‌توانید باز کنید.",
  "identity.places.none.title": "هنوز جایی برای کار ندارید",
  "identity.places.administration": "راهبری سامانه",
  "identity.places.administration.text":
    "استان‌ها، شهرستان‌ها، پست‌ها و حساب‌ها؛ بی هیچ داده‌ای از کار مردم.",
} as const;

export type IdentityKey = keyof typeof fa;

export const en: Record<IdentityKey, string> = {
  "identity.sign-in.title": "Sign in",
  "identity.sign-in.name": "Username or mobile number",
  "identity.sign-in.name.help": "Persian or Latin digits, with or without the leading zero",
  "identity.sign-in.password": "Password",
  "identity.sign-in.forgotten": "I have forgotten it",
  "identity.sign-in.keep": "This device is my own; stay signed in for up to 30 days",
  "identity.sign-in.enter": "Go to my desk",
  "identity.sign-in.refused":
    "The username or password is not right. Write them again; after several wrong tries wait a few minutes, or have the password reset.",
  "identity.sign-in.motto": "Every promise that is made is followed to its end.",
  "identity.sign-in.about":
    "The system of people-engagement work: network, meetings, obligations, demands and reports in one place.",
  "identity.sign-in.other-language": "فارسی",
  "identity.forgotten.title": "Reset your password",
  "identity.forgotten.text":
    "Nobody knows your password and it is written nowhere. Ask whoever recorded your appointment (the level above), or the administrator, to make a new link for you.",
  "identity.forgotten.link":
    "The link works once and for three days. With it you set a new password, and all your earlier sessions end.",
  "identity.forgotten.back": "Back to sign-in",
  "identity.places.lead":
    "You hold appointments in more than one place. Each can be open in a tab of its own.",
  "identity.places.none.title": "There is no place for you to work in yet",
  "identity.places.administration": "Administration",
  "identity.places.administration.text":
    "Provinces, counties, posts and accounts; none of the records of people's work.",
};
