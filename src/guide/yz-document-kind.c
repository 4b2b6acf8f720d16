#include "config.h"

#include "yz-document-kind.h"

#include "yz-documents-private.h"
#include "yz-guide-error.h"

#include <glib/gi18n-lib.h>

static const char *const guide_papers[] = {
  "a4", "a4-landscape", "a3", "a3-landscape", "a5", "booklet", "strip", NULL
};
static const char *const fold_papers[] = { "fold", NULL };
static const char *const atlas_papers[] = { "a5", "a4", "booklet", NULL };
static const char *const wall_papers[] = { "a4", "a3", "a5", NULL };
static const char *const letter_papers[] = { "a4", NULL };
static const char *const office_papers[] = { "a4", "a4-landscape", "a3", "a3-landscape", "a5", NULL };

/* clang-format off */
static const YzDocumentKind kinds[] = {
  { "guide", N_ ("Service guide"),
    N_ ("A book of an area: maps and cards of its stations by district, with an index and whom to turn to"), "a4",
    guide_papers, .wants_edition = TRUE, .wants_contacts = TRUE, .build = yz_service_guide_build },
  { "fold", N_ ("Pocket fold"),
    N_ ("A folded sheet of A4 with map, hours and services of up to sixteen stations; more of them get a sheet for "
        "each district"),
    "fold", fold_papers, .wants_edition = TRUE, .wants_contacts = TRUE, .build = yz_pocket_fold_build },
  { "atlas", N_ ("Station atlas"), N_ ("A page for each station: its card and the streets around it"), "a5",
    atlas_papers,
    .wants_edition = TRUE, .wants_photos = TRUE, .build = yz_station_atlas_build },
  { "notice", N_ ("Holiday notice"), N_ ("How each station is open on the days of a holiday, a page for its door"),
    "a4", wall_papers, .wants_days = TRUE, .build = yz_holiday_notice_build },
  { "ledger", N_ ("Station files"), N_ ("One file for each station: all that is known of it, and its history"), "a4",
    office_papers, .wants_planned = TRUE, .wants_files = TRUE, .build = yz_station_ledger_build },
  { "rectification", N_ ("Rectification notice"), N_ ("A letter to each station: what to put right, with a receipt"),
    "a4", letter_papers, .wants_planned = TRUE,
    .wishes = YZ_DOCUMENT_WANTS_TEXT | YZ_DOCUMENT_WANTS_RECIPIENT | YZ_DOCUMENT_WANTS_DEADLINE,
    .build = yz_letter_build_rectification },
  { "thanks", N_ ("Letter of thanks"), N_ ("A letter to who gave something to a station"), "a4", letter_papers,
    .wants_planned = TRUE,
    .wishes = YZ_DOCUMENT_WANTS_TEXT | YZ_DOCUMENT_WANTS_RECIPIENT | YZ_DOCUMENT_WANTS_AMOUNT,
    .build = yz_letter_build_thanks },
  { "labels", N_ ("Address labels, 24 a sheet"), N_ ("Labels of 70 × 37 mm for letters to stations"), "a4",
    letter_papers, .wants_planned = TRUE,
    .wishes = YZ_DOCUMENT_WANTS_RECIPIENT | YZ_DOCUMENT_WANTS_START, .n_labels = 24,
    .build = yz_address_labels_build_small },
  { "labels-14", N_ ("Address labels, 14 a sheet"), N_ ("Labels of 105 × 42.4 mm for parcels to stations"), "a4",
    letter_papers, .wants_planned = TRUE,
    .wishes = YZ_DOCUMENT_WANTS_RECIPIENT | YZ_DOCUMENT_WANTS_START, .n_labels = 14,
    .build = yz_address_labels_build_large },
  { "list", N_ ("Station list"), N_ ("All stations of an area as a table"), "a4", office_papers,
    .wants_edition = TRUE, .wants_planned = TRUE, .build = yz_station_list_build },
  { "poster", N_ ("Station poster"), N_ ("A page for each station, to be read from two metres away"), "a4", wall_papers,
    .build = yz_poster_build },
  { "door", N_ ("Door sheet"), N_ ("The week of each station in large type, and where to go while it is shut"), "a4",
    wall_papers, .build = yz_door_sheet_build },
  { "count-sheet", N_ ("Count sheet"),
    N_ ("A stocktake on paper: lines in the order in which they are typed in, without the figures of the books"), "a4",
    office_papers, .wants_goods = TRUE, .subject = YZ_DOCUMENT_OF_STOCKTAKE, .build = yz_count_sheet_build },
  { "transfer-slip", N_ ("Transfer slip"),
    N_ ("Goods on their way, twice: for who sends and who receives, with room for what came and three signatures"),
    "a4", office_papers, .wants_goods = TRUE, .subject = YZ_DOCUMENT_OF_TRANSFER, .build = yz_transfer_slip_build },
  { "pick-list", N_ ("Pick list"),
    N_ ("What to take from the shelves for a transfer, or for all stations that need something, in the order of the "
        "way"),
    "a4", office_papers, .wants_goods = TRUE, .subject = YZ_DOCUMENT_OF_PICKING, .build = yz_pick_list_build },
  { "write-off-list", N_ ("Write-off list"),
    N_ ("What was taken off the books, or should be, with reasons and values, to be approved and kept"), "a4",
    office_papers, .wants_goods = TRUE, .subject = YZ_DOCUMENT_OF_WRITE_OFF, .build = yz_write_off_list_build },
  { "refill-sheet", N_ ("Refill sheet"),
    N_ ("A page for each smart cabinet in the order of visits: what to bring to which slot, against the month’s limit"),
    "a4", office_papers, .wants_goods = TRUE, .subject = YZ_DOCUMENT_OF_CABINETS, .build = yz_refill_sheet_build },
  { "use-first", N_ ("Use-first list"), N_ ("What expires soon, by station: to be handed out before anything else"),
    "a4", office_papers, .wants_planned = TRUE, .wants_goods = TRUE, .build = yz_use_first_build },
  { "stock-door-sheet", N_ ("Stock door sheet"), N_ ("What each station has today for whoever comes in, in large type"),
    "a4", wall_papers, .wants_goods = TRUE, .build = yz_stock_door_sheet_build },
  { "stock-labels", N_ ("Stock labels, 24 a sheet"),
    N_ ("Labels of 70 × 37 mm with codes, for shelves, items, lots and equipment"), "a4", letter_papers,
    .wants_planned = TRUE, .wants_goods = TRUE, .wishes = YZ_DOCUMENT_WANTS_START, .n_labels = 24,
    .build = yz_stock_labels_build_small },
  { "stock-labels-14", N_ ("Stock labels, 14 a sheet"),
    N_ ("Labels of 105 × 42.4 mm with codes, for shelves, items, lots and equipment"), "a4", letter_papers,
    .wants_planned = TRUE, .wants_goods = TRUE, .wishes = YZ_DOCUMENT_WANTS_START, .n_labels = 14,
    .build = yz_stock_labels_build_large },
  { "changes", N_ ("Change sheet"), N_ ("What is other than in the edition before, to be put into old guides"), "a4",
    office_papers, .wants_before = TRUE, .wants_planned = TRUE, .build = yz_change_sheet_build },
};
/* clang-format on */

const YzDocumentKind *
yz_document_kinds_get_all (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const YzDocumentKind *
yz_document_kind_find (const char *nick, GError **error)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].nick, nick))
        return &kinds[i];
      g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", kinds[i].nick);
    }
  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNKNOWN, _ ("There is no document “%s”; there are %s"), nick,
               nicks->str);
  return NULL;
}

YzDocument *
yz_document_kind_build (const YzDocumentKind *self, const YzGuideContent *content, const YzPaper *paper,
                        const YzDocumentOptions *options, GError **error)
{
  g_autofree char *papers = NULL;
  YzDocumentOptions told = *options;
  YzDocument *document;

  if (self->wants_goods && (content->goods == NULL || content->goods->len == 0))
    {
      g_set_error_literal (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY,
                           _ ("There is nothing to print: nothing is in stock that this is about"));
      return NULL;
    }
  if (self->subject == YZ_DOCUMENT_OF_STATIONS && content->stations->len == 0)
    {
      g_set_error_literal (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY,
                           _ ("There is nothing to print: no station is in this choice"));
      return NULL;
    }
  if (!g_strv_contains (self->papers, paper->nick))
    {
      papers = g_strjoinv (", ", (char **) self->papers);
      g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNFIT, _ ("“%s” can be printed on %s"), _ (self->title),
                   papers);
      return NULL;
    }
  if (self->wants_before && content->before == NULL)
    {
      g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY,
                   _ ("No edition from before %s is recorded that could be compared: name one, or record one when you "
                      "print it"),
                   content->date);
      return NULL;
    }
  told.paper = paper;
  document = self->build (content, &told);
  g_object_set_data_full (G_OBJECT (document), "content", yz_guide_content_ref ((YzGuideContent *) content),
                          (GDestroyNotify) yz_guide_content_unref);
  return document;
}
