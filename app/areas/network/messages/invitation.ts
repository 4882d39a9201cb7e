/** Words of the invitation of a saved list. */
export const invitationFa = {
  "network.invite": "دعوت از این فهرست",
  "network.invite.lead":
    "برگه‌ای برای دعوت: هر کس با راهی که خودش می‌پذیرد. از اینجا چیزی فرستاده نمی‌شود؛ متن را کپی کنید یا برگه را چاپ کنید و پس از دعوت، ثبت کنید.",
  "network.invite.sheet": "چه کسانی دعوت می‌شوند",
  "network.invite.none": "در این فهرست کسی نیست که بتوان دعوتش کرد.",
  "network.invite.none.text":
    "کسانی که نخواسته‌اند با آنان تماس گرفته شود یا راه تماسی ندارند، در برگه دعوت نمی‌آیند.",
  "network.invite.by": "راه",
  "network.invite.left-out": "چه کسانی کنار گذاشته شدند و چرا",
  "network.invite.why.gone": "در شبکه نیست",
  "network.invite.why.no-contact": "خواسته است با او تماس نگیریم",
  "network.invite.why.barred": "راهی برای دعوت او باز نیست",
  "network.invite.occasion": "مناسبت",
  "network.invite.occasion.help": "مانند «نشست آب روستایی». در سرگذشت کسانی می‌آید که نخستین بار دعوت می‌شوند.",
  "network.invite.who": "چه کسانی دعوت شدند؟",
  "network.invite.record": "دعوت شد؛ ثبت کن",
  "network.invite.record.help": "کسانی که شناسایی شده بودند از امروز دعوت‌شده‌اند. اعضا همان عضو می‌مانند.",
  "network.invite.done": "دعوت ثبت شد؛ {count} نفر نخستین بار دعوت شدند.",
  "network.invite.done-none": "دعوت ثبت شد؛ همه پیش‌تر دعوت شده یا عضو بودند.",
} as const;

export const invitationEn: Record<keyof typeof invitationFa, string> = {
  "network.invite": "Invite this list",
  "network.invite.lead":
    "A sheet for inviting: each person by a way that they accept. Nothing is sent from here; copy the text or print the sheet, and record it once you have invited them.",
  "network.invite.sheet": "Who is invited",
  "network.invite.none": "Nobody of this list can be invited.",
  "network.invite.none.text": "Those who want no contact, or have no way of contact, are not on the sheet.",
  "network.invite.by": "Way",
  "network.invite.left-out": "Who was left out, and why",
  "network.invite.why.gone": "Not in the network",
  "network.invite.why.no-contact": "Asks not to be contacted",
  "network.invite.why.barred": "No way of inviting is open",
  "network.invite.occasion": "Occasion",
  "network.invite.occasion.help":
    "Such as “meeting on village water”. It stands in the history of those who are invited for the first time.",
  "network.invite.who": "Who was invited?",
  "network.invite.record": "They were invited; record it",
  "network.invite.record.help":
    "Those who were only identified are invited from today. Members stay members.",
  "network.invite.done": "Recorded; {count|one person was|# people were} invited for the first time.",
  "network.invite.done-none": "Recorded; everybody was invited before or is a member.",
};
