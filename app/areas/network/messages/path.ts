/** Words of the joining path and of what happened with a person. */
export const fa = {
  "network.not-in-network":
    "این فرد در شبکه نیست و تماسی برای او ثبت نمی‌شود. اگر بازگشته است، نخست بازگشت او را ثبت کنید.",
  "network.path": "مسیر پیوستن",
  "network.path.since": "{state} از",
  "network.path.invite": "ثبت دعوت",
  "network.path.join": "ثبت پیوستن",
  "network.path.restore": "ثبت بازگشت",
  "network.path.archive": "بایگانی",
  "network.path.cancel": "باطل کردن ثبت نادرست",
  "network.path.invite.help": "از این روز دعوت‌شده است تا پاسخ بدهد. دعوت‌شده در شمار اعضا نمی‌آید.",
  "network.path.join.help": "از این روز عضو شبکه است، در شمار اعضا می‌آید و آهنگ تماس برایش آغاز می‌شود.",
  "network.path.restore.help":
    "دوباره عضو می‌شود و سرگذشت او می‌ماند. حلقه‌های پیشین را در ویرایش دوباره برگزینید.",
  "network.path.archive.help":
    "از شمار اعضا و صف تماس بیرون می‌رود و عضویت او در حلقه‌ها پایان می‌یابد. سرگذشت می‌ماند و هر وقت برگردد بازگشتنی است.",
  "network.path.cancel.help":
    "برای ثبتی است که از آغاز نادرست بوده است. از هر شمارشی بیرون می‌رود، شماره همراه آن آزاد می‌شود و بازگشت ندارد؛ نام، دلیل و کسی که باطل کرده می‌ماند.",
  "network.path.happened-on": "تاریخ",
  "network.path.happened-on.help": "اگر امروز نبود بنویسید",
  "network.path.reason": "دلیل بایگانی",
  "network.path.note": "توضیح",
  "network.path.cancel-reason": "چرا این ثبت نادرست است؟",
  "network.path.done": "گام تازه ثبت شد: {state}.",
  "network.path.not-now": "این گام از وضعیت کنونی برداشته نمی‌شود؛ شاید همکار شما گام دیگری ثبت کرده است.",
  "network.path.too-early": "پیش از آغاز وضعیت کنونی است؛ تاریخ را دوباره بخوانید.",
  "network.reason.asked": "خودش خواست",
  "network.reason.moved": "از شهرستان رفت",
  "network.reason.died": "درگذشت",
  "network.reason.duplicate": "دو بار ثبت شده بود",
  "network.reason.unreachable": "دیگر دسترسی به او نیست",
  "network.reason.no-longer": "همکاری پایان یافت",
  "network.happened.state": "گام: {state}",
  "network.happened.entered": "پیوستن به «{circle}»",
  "network.happened.left": "پایان عضویت در «{circle}»",
  "network.happened.by": "ثبت: {name}",
} as const;

export const en: Record<keyof typeof fa, string> = {
  "network.not-in-network":
    "This person is not in the network, and no contact is recorded. If the person has come back, record that first.",
  "network.path": "Joining path",
  "network.path.since": "{state} since",
  "network.path.invite": "Record the invitation",
  "network.path.join": "Record the joining",
  "network.path.restore": "Record the return",
  "network.path.archive": "Archive",
  "network.path.cancel": "Cancel a wrong record",
  "network.path.invite.help":
    "Invited from this day on, until there is an answer. Who is invited is not counted as a member.",
  "network.path.join.help": "A member from this day on: counted, and the cadence of contacts begins.",
  "network.path.restore.help":
    "Becomes a member again, and the history stays. Choose the circles again under Edit.",
  "network.path.archive.help":
    "Leaves the count of members and the call queue, and memberships of circles end. The history stays, and the person can come back.",
  "network.path.cancel.help":
    "For a record that was wrong from the start. It leaves every count, its mobile number becomes free, and there is no way back; the name, the reason and who cancelled it stay.",
  "network.path.happened-on": "Day",
  "network.path.happened-on.help": "If it was not today",
  "network.path.reason": "Reason for archiving",
  "network.path.note": "Remark",
  "network.path.cancel-reason": "Why is this record wrong?",
  "network.path.done": "The new step was recorded: {state}.",
  "network.path.not-now":
    "This step does not lead on from the present state; a colleague may have recorded another one.",
  "network.path.too-early": "That is before the present state began; please read the date again.",
  "network.reason.asked": "Asked to leave",
  "network.reason.moved": "Moved away",
  "network.reason.died": "Died",
  "network.reason.duplicate": "Was registered twice",
  "network.reason.unreachable": "Can no longer be reached",
  "network.reason.no-longer": "No longer takes part",
  "network.happened.state": "Step: {state}",
  "network.happened.entered": "Joined the circle {circle}",
  "network.happened.left": "Left the circle {circle}",
  "network.happened.by": "Recorded by {name}",
};
