/* What a printed guide is made of: which stations, as of which day, in which language. */
#pragma once

#include "yz-print-language.h"

G_BEGIN_DECLS

/**
 * YzGuideChoice:
 * @language: of the pages
 * @where: (nullable): an expression, see yz_query_set_expression()
 * @org: (nullable): id of an organisation: its stations and those of all below it
 * @district: (nullable): as stations have it
 * @service: (nullable): code: only stations that offer it
 * @audience: (nullable): whom the guide is for, "骑手、快递员": without the stations that are for others only, as
 *   yz_guide_choice_is_for() has it
 * @ids: (nullable): of the stations that are asked; @where is not looked at then
 * @open_at_night: only stations that are open at 23:00 on an ordinary weekday
 * @with_planned: also stations that are not open yet
 * @with_contacts: mediators with their telephone numbers, which is personal data: see yz_guide_source_new_disclosure()
 * @with_mobiles: the mobile numbers of stations too, which may be personal; numbers of offices are always there
 * @with_photos: the first photo of each station, made small
 * @area: (nullable): what the guide is about; found out without it
 * @date: (nullable): civil date of the data, today without it
 * @use_until: (nullable): civil date
 * @with_files: all fields of each station and its history; @with_mobiles shows what is personal in them in full
 * @with_days: how each station is open on the days from @first to @last, and which others are near
 * @first: (nullable): civil date; the coming holiday without it
 * @last: (nullable): likewise, included; @first without it
 * @days_ahead: so many days from @date on instead; 0 for those
 * @purpose: (nullable): why personal data is printed
 * @document: (nullable): nick of the document whose editions it is one of, and is compared with
 * @compare: compare also without @document, with the last edition of any
 * @since: (nullable): number, name or id of the edition to compare with; the last one before @date without it
 * @goods: (nullable): nick of a document about stock: its papers too, see #YzGoodsPaper
 * @subject: (nullable): what that is about, see #YzDocumentSubject: an id, or the number of a document
 * @edition_name: (nullable): of the edition that this becomes: see yz_guide_edition_new_edit(); %NULL for a draft
 *
 * Conditions are combined by "and". Stations that are merged or closed for good are never in a guide.
 */
typedef struct
{
  YzPrintLanguage language;
  char *where;
  char *org;
  char *district;
  char *service;
  char *audience;
  GStrv ids;
  gboolean open_at_night;
  gboolean with_planned;
  gboolean with_contacts;
  gboolean with_mobiles;
  gboolean with_photos;
  gboolean with_files;
  gboolean with_days;
  char *area;
  char *date;
  char *use_until;
  char *first;
  char *last;
  guint days_ahead;
  char *purpose;
  char *document;
  gboolean compare;
  char *since;
  char *goods;
  char *subject;
  char *edition_name;
} YzGuideChoice;

/**
 * yz_guide_choice_new:
 *
 * Returns: (transfer full): every station that is not over or planned, in Chinese
 */
YzGuideChoice *yz_guide_choice_new (void);
YzGuideChoice *yz_guide_choice_copy (const YzGuideChoice *self);
void           yz_guide_choice_free (YzGuideChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideChoice, yz_guide_choice_free)

/**
 * yz_guide_choice_is_of_same_content:
 *
 * Returns: whether both ask for the same; why personal data is printed does not matter for that
 */
gboolean yz_guide_choice_is_of_same_content (const YzGuideChoice *self, const YzGuideChoice *other);

/**
 * yz_guide_choice_read_date:
 * @text: civil date
 *
 * Returns: %FALSE with %YZ_MODEL_ERROR_INVALID, in words for whoever wrote it
 */
gboolean yz_guide_choice_read_date (const char *text, GDate *date, GError **error);

/**
 * yz_guide_choice_is_for:
 * @audiences: (nullable): whom a station is for; everybody without it
 *
 * Returns: whether the guide's audience names one of them
 */
gboolean yz_guide_choice_is_for (const YzGuideChoice *self, const char *const *audiences);

G_END_DECLS
