/* guide: printed documents into files. */
#include "config.h"

#include "yz-cli-guide-subject.h"

#include "yz-document-kind.h"
#include "yz-guide-error.h"
#include "yz-guide-editions.h"
#include "yz-guide-request.h"
#include "yz-guide-source.h"
#include "yz-guide-web.h"
#include "yz-kinds.h"
#include "yz-output.h"
#include "yz-sheets.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Of a page as an image. */
#define DOTS_A_MILLIMETRE (150 / 25.4)

typedef struct
{
  char *where;
  char *org;
  char *district;
  char *service;
  gboolean night;
  char *area;
  char *date;
  char *use_until;
  char *language;
  char *paper;
  gboolean large;
  gboolean grey;
  gboolean reveal;
  char *purpose;
  char *audience;
  char *from;
  char *to;
  char *holiday;
  char *text;
  char *recipient;
  char *deadline;
  char *amount;
  int start;
  YzCliGuideSubject subject;
  char *since;
  char *edition;
  char *take_back;
  int page;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->where);
  g_free (options->org);
  g_free (options->district);
  g_free (options->service);
  g_free (options->area);
  g_free (options->date);
  g_free (options->use_until);
  g_free (options->language);
  g_free (options->paper);
  g_free (options->purpose);
  g_free (options->audience);
  g_free (options->from);
  g_free (options->to);
  g_free (options->holiday);
  g_free (options->text);
  g_free (options->recipient);
  g_free (options->deadline);
  g_free (options->amount);
  yz_cli_guide_subject_clear (&options->subject);
  g_free (options->since);
  g_free (options->edition);
  g_free (options->take_back);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
list_documents (void)
{
  guint n_kinds, n_papers;
  const YzDocumentKind *kinds = yz_document_kinds_get_all (&n_kinds);
  const YzPaper *papers = yz_paper_get_all (&n_papers);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *on = g_strjoinv (" ", (char **) kinds[i].papers);
      g_autofree char *line =
        g_strdup_printf ("%-10s %s: %s\n           %s\n", kinds[i].nick, _ (kinds[i].title), _ (kinds[i].summary), on);

      yz_cli_put (line);
    }
  yz_cli_put ("\n");
  for (guint i = 0; i < n_papers; i++)
    {
      g_autofree char *line = g_strdup_printf ("%-12s %s\n", papers[i].nick, _ (papers[i].title));

      yz_cli_put (line);
    }
  return YZ_CLI_DONE;
}

/* Dates as people write them become civil dates. */
static gboolean
read_date (char **text, const char *option)
{
  g_autofree char *date = NULL;

  if (*text == NULL)
    return TRUE;
  date = yz_value_parse_date (*text);
  if (date == NULL)
    {
      yz_cli_usage (_ ("%s wants a date such as 2026-01-31"), option);
      return FALSE;
    }
  g_free (*text);
  *text = g_steal_pointer (&date);
  return TRUE;
}

static gboolean
read_dates (const YzDocumentKind *kind, Options *options)
{
  if (!read_date (&options->date, "--date") || !read_date (&options->use_until, "--use-until") ||
      !read_date (&options->deadline, "--deadline") || !read_date (&options->from, "--from") ||
      !read_date (&options->to, "--to"))
    return FALSE;
  if (options->from != NULL && options->to != NULL && strcmp (options->from, options->to) > 0)
    {
      yz_cli_usage ("%s", _ ("--to lies before --from"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_numbers (const Options *options)
{
  gint64 fen;

  if (options->amount != NULL && !yz_value_parse_money (options->amount, &fen))
    {
      yz_cli_usage ("%s", _ ("--amount wants yuan such as 1200 or 12.50"));
      return FALSE;
    }
  if (options->start >= 1)
    return TRUE;
  yz_cli_usage ("%s", _ ("--start counts from 1"));
  return FALSE;
}

static gboolean
find_org (YzStore *store, const char *text, YzGuideChoice *choice, GError **error)
{
  g_autoptr (YzRecord) org = NULL;

  if (text == NULL)
    return TRUE;
  org = yz_store_find (store, &yz_org_kind, text, error);
  if (org == NULL)
    return FALSE;
  choice->org = g_strdup (yz_record_get_id (org));
  return TRUE;
}

static YzGuideContent *
load_content (YzStore *store, const Options *options, const char *path, YzGuideRequest *request, GError **error)
{
  YzGuideChoice *choice = request->choice;

  if (!find_org (store, options->org, choice, error) ||
      !yz_cli_guide_subject_find (&options->subject, store, request, error))
    return NULL;
  request->audience = g_strdup (options->audience);
  request->holiday = g_strdup (options->holiday);
  request->text = g_strdup (options->text);
  request->recipient = g_strdup (options->recipient);
  request->deadline = g_strdup (options->deadline);
  request->amount = g_strdup (options->amount);
  request->start = (guint) options->start;
  request->large = options->large;
  request->grey = options->grey;
  choice->where = g_strdup (options->where);
  choice->district = g_strdup (options->district);
  choice->service = g_strdup (options->service);
  choice->audience = g_strdup (options->audience);
  choice->open_at_night = options->night;
  choice->days_ahead = yz_guide_web_has_ending (path) ? YZ_GUIDE_WEB_DAYS : 0;
  choice->with_days |= choice->days_ahead > 0;
  choice->first = g_strdup (options->from);
  choice->last = g_strdup (options->to);
  choice->with_mobiles = options->reveal;
  choice->area = g_strdup (options->area);
  choice->date = g_strdup (options->date);
  choice->use_until = g_strdup (options->use_until);
  choice->since = g_strdup (options->since);
  choice->edition_name = g_strdup (options->edition);
  choice->purpose = g_strdup (options->purpose != NULL ? options->purpose : _ (request->kind->title));
  return yz_guide_request_load (request, store, YZ_GUIDE_IN_FULL, NULL, error);
}

static void
show_progress (guint done, guint all, gpointer data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, done < all ? "\r%u / %u" : "\r%u / %u\n", done, all);
}

static gboolean
write_file (YzPages *pages, const char *path, guint page, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  gboolean image = g_str_has_suffix (path, ".png");
  guint n;

  if (g_str_has_suffix (path, ".pdf"))
    return yz_output_pdf (pages, file, show_progress, NULL, NULL, error);
  if (!yz_pages_make_all (pages, NULL, error))
    return FALSE;
  n = yz_sheets_count (pages);
  if (page > n)
    {
      g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNKNOWN,
                   ngettext ("There is no page %u: the document has %u page",
                             "There is no page %u: the document has %u pages", n),
                   page, n);
      return FALSE;
    }
  return image ? yz_output_png (pages, page - 1, DOTS_A_MILLIMETRE, file, NULL, error)
               : yz_output_svg (pages, page - 1, file, NULL, error);
}

static gboolean
print_content (const YzGuideRequest *request, const YzGuideContent *content, const char *path, guint page,
               GError **error)
{
  g_autoptr (YzPages) pages = NULL;

  if (yz_guide_web_has_ending (path))
    return yz_guide_web_write (content, path, NULL, error);
  pages = yz_guide_request_make_pages (request, content, error);
  return pages != NULL && write_file (pages, path, page, error);
}

/* Personal data that went into a file leaves its trace, and an edition is recorded. */
static gboolean
record_print (YzStore *store, const YzGuideRequest *request, const YzGuideContent *content, const char *path,
              GError **error)
{
  g_autoptr (YzEdit) trace = yz_guide_source_new_disclosure (store, request->choice, content, path);
  g_autoptr (YzAction) traced = trace != NULL ? yz_store_apply (store, trace, NULL, error) : NULL;
  g_autoptr (YzEdit) edition = NULL;
  g_autoptr (YzAction) recorded = NULL;

  if (trace != NULL && traced == NULL)
    return FALSE;
  if (request->choice->edition_name == NULL)
    return TRUE;
  edition = yz_guide_edition_new_edit (store, content, request->kind->nick, request->paper->nick, error);
  recorded = edition != NULL ? yz_store_apply (store, edition, NULL, error) : NULL;
  if (recorded == NULL)
    return FALSE;
  yz_cli_say (_ ("edition %u is recorded"), content->edition);
  return TRUE;
}

static int
run_guide (YzCli *cli, const YzDocumentKind *kind, const char *path, const Options *options, YzPrintLanguage language,
           const YzPaper *paper)
{
  g_autoptr (YzGuideRequest) request = yz_guide_request_new (kind, paper);
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (GError) error = NULL;
  YzStore *store = yz_cli_open (cli, YZ_STORE_NONE);

  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  request->choice->language = language;
  content = load_content (store, options, path, request, &error);
  if (content == NULL || !print_content (request, content, path, options->page, &error) ||
      !record_print (store, request, content, path, &error))
    {
      int status = yz_cli_fail (error);

      return error->domain == G_IO_ERROR ? YZ_CLI_CANNOT_OPEN : status;
    }
  if (kind->wants_goods)
    yz_cli_say (_ ("“%s” is printed"), _ (kind->title));
  else
    yz_cli_say (ngettext ("%u station printed", "%u stations printed", content->stations->len), content->stations->len);
  return YZ_CLI_DONE;
}

static gboolean
has_known_ending (const char *path)
{
  return g_str_has_suffix (path, ".pdf") || g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png") ||
         yz_guide_web_has_ending (path);
}

static int
check_and_run (YzCli *cli, const char *nick, const char *path, Options *options)
{
  g_autoptr (GError) error = NULL;
  const YzDocumentKind *kind = yz_document_kind_find (nick, &error);
  YzPrintLanguage language = YZ_PRINT_CHINESE;
  const YzPaper *paper = NULL;

  if (kind == NULL || (options->language != NULL && !yz_print_language_find (options->language, &language, &error)))
    return yz_cli_fail (error);
  paper = yz_paper_find (options->paper != NULL ? options->paper : kind->paper, &error);
  if (paper == NULL)
    return yz_cli_fail (error);
  if (!has_known_ending (path))
    return yz_cli_usage (_ ("“%s” does not end in .pdf, .svg, .png, .html, .geojson or .ics"), path);
  if (options->page < 1)
    return yz_cli_usage ("%s", _ ("--page counts from 1"));
  if (options->reveal && (options->purpose == NULL || *options->purpose == '\0'))
    return yz_cli_usage ("%s", _ ("--reveal wants --purpose TEXT: why personal data leaves the workspace in full"));
  if (options->edition != NULL && (!kind->wants_edition || *options->edition == '\0'))
    return yz_cli_usage ("%s", _ ("--edition wants a name, and a document that has editions"));
  if (options->since != NULL && !kind->wants_edition && !kind->wants_before)
    return yz_cli_usage (_ ("%s is not compared with an edition"), kind->nick);
  if (!read_dates (kind, options) || !check_numbers (options) || !yz_cli_guide_subject_check (&options->subject, kind))
    return YZ_CLI_USAGE;
  return run_guide (cli, kind, path, options, language, paper);
}

static int
take_back (YzCli *cli, const char *nick, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  YzStore *store;

  if (nick == NULL)
    return yz_cli_usage ("%s", _ ("--take-back wants a document and no file name"));
  if (yz_document_kind_find (nick, &error) == NULL)
    return yz_cli_fail (error);
  store = yz_cli_open (cli, YZ_STORE_NONE);
  if (store == NULL)
    return YZ_CLI_CANNOT_OPEN;
  id = yz_guide_editions_find (store, nick, options->area, options->take_back, &error);
  if (id == NULL || !yz_guide_edition_take_back (store, id, &error))
    return yz_cli_fail (error);
  yz_cli_say (_ ("edition “%s” is taken back"), options->take_back);
  return YZ_CLI_DONE;
}

int
yz_cli_guide (YzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { .page = 1, .start = 1 };
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_STRING, &options.where, N_ ("Only records that fit, “state = 'open' and area > 20”"),
      "EXPR" },
    { "org", 0, 0, G_OPTION_ARG_STRING, &options.org, N_ ("Only stations of that organisation and all below it"),
      "CODE" },
    { "district", 0, 0, G_OPTION_ARG_STRING, &options.district, N_ ("Only stations of that district"), "NAME" },
    { "service", 0, 0, G_OPTION_ARG_STRING, &options.service, N_ ("Only stations that offer that service"), "CODE" },
    { "night", 0, 0, G_OPTION_ARG_NONE, &options.night, N_ ("Only stations that are open at 23:00"), NULL },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("What it is about, for the title"), "NAME" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("Day of the data (today)"), "DATE" },
    { "use-until", 0, 0, G_OPTION_ARG_STRING, &options.use_until, N_ ("Last day on which it may be used"), "DATE" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the pages (zh)"), "zh|en|zh+en" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("Paper; “yizhanctl guide” lists them"), "PAPER" },
    { "large", 0, 0, G_OPTION_ARG_NONE, &options.large, N_ ("Large type"), NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("Without colour"), NULL },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since, N_ ("Mark what changed since that edition (the last one)"),
      "EDITION" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &options.edition, N_ ("Record what is printed as an edition of that name"),
      "NAME" },
    { "take-back", 0, 0, G_OPTION_ARG_STRING, &options.take_back,
      N_ ("Take back an edition that was recorded by mistake: its number or name"), "EDITION" },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &options.audience,
      N_ ("Whom it is for, below the title; leaves out stations that are for others only"), "TEXT" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("First day that a notice is about"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Last day that a notice is about"), "DATE" },
    { "holiday", 0, 0, G_OPTION_ARG_STRING, &options.holiday, N_ ("What those days are called"), "TEXT" },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, N_ ("What a letter is about: findings, a line each, or a gift"),
      "TEXT" },
    { "recipient", 0, 0, G_OPTION_ARG_STRING, &options.recipient, N_ ("Whom a letter or a label is for"), "TEXT" },
    { "deadline", 0, 0, G_OPTION_ARG_STRING, &options.deadline, N_ ("Day by which a letter asks for something"),
      "DATE" },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &options.amount, N_ ("What a gift is worth, in yuan"), "YUAN" },
    { "stocktake", 0, 0, G_OPTION_ARG_STRING, &options.subject.stocktake, N_ ("Of that stocktake, for a count sheet"),
      "NUMBER" },
    { "transfer", 0, 0, G_OPTION_ARG_STRING, &options.subject.transfer,
      N_ ("Of that transfer, for a slip or pick list"), "NUMBER" },
    { "take-from", 0, 0, G_OPTION_ARG_STRING, &options.subject.take_from,
      N_ ("What stations need from that place, for a pick list"), "PLACE" },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.subject.document,
      N_ ("What was written off under that number, for a write-off list"), "NUMBER" },
    { "cabinet", 0, 0, G_OPTION_ARG_STRING, &options.subject.cabinet,
      N_ ("Only that smart cabinet, for a refill sheet"), "NAME" },
    { "station", 0, 0, G_OPTION_ARG_STRING, &options.subject.station, N_ ("Only that station"), "CODE" },
    { "start", 0, 0, G_OPTION_ARG_INT, &options.start, N_ ("First label of the sheet that is left (1)"), "N" },
    { "page", 0, 0, G_OPTION_ARG_INT, &options.page, N_ ("Which page, for .svg and .png (1)"), "N" },
    { "reveal", 0, 0, G_OPTION_ARG_NONE, &options.reveal, N_ ("Mobile numbers of stations too"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("Why they are printed, kept in the workspace"),
      "TEXT" },
    { NULL }
  };

  if (!yz_cli_parse (cli, entries, "[DOCUMENT OUT.pdf|OUT.html|…]", &argc, &argv))
    return YZ_CLI_USAGE;
  if (options.take_back != NULL)
    return take_back (cli, argc == 2 ? argv[1] : NULL, &options);
  if (argc == 1)
    return list_documents ();
  if (argc != 3)
    return yz_cli_usage ("%s", _ ("guide wants a document and one file name; “yizhanctl guide” lists the documents"));
  return check_and_run (cli, argv[1], argv[2], &options);
}
