#include "session-fixture.h"

#include "yz-blob.h"
#include "yz-guide-changes.h"
#include "yz-guide-editions.h"
#include "yz-guide-source.h"
#include "yz-text.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

static YzRecord *
add (Fixture *fixture, const YzKind *kind, const char *const *values)
{
  YzRecord *record = yz_session_new_record (fixture->session, kind);
  YzEdit *edit = yz_edit_new ("Add");

  for (guint i = 0; values[i] != NULL; i += 2)
    {
      g_autoptr (GError) error = NULL;

      yz_record_parse (record, values[i], values[i + 1], &error);
      g_assert_no_error (error);
    }
  yz_edit_create (edit, record);
  fixture_apply (fixture, edit);
  return record;
}

/* Each of the fixture's stations has no more than a name. */
static void
change (Fixture *fixture, YzRecord *record, const char *field, const char *text)
{
  YzEdit *edit = yz_edit_new ("Edit");
  g_autoptr (YzRecord) before = fixture_reload (fixture, record);
  g_autoptr (YzRecord) after = yz_record_copy (before);
  g_autoptr (GError) error = NULL;

  yz_record_parse (after, field, text, &error);
  g_assert_no_error (error);
  yz_edit_update (edit, before, after);
  fixture_apply (fixture, edit);
}

static YzGuideContent *
load (Fixture *fixture, const YzGuideChoice *choice)
{
  g_autoptr (GError) error = NULL;
  YzGuideContent *content = yz_guide_source_load (yz_session_get_store (fixture->session), choice, NULL, &error);

  g_assert_no_error (error);
  return content;
}

static const YzGuideStation *
find (const YzGuideContent *content, YzRecord *record)
{
  for (guint i = 0; i < content->stations->len; i++)
    {
      const YzGuideStation *station = g_ptr_array_index (content->stations, i);

      if (g_str_equal (station->id, yz_record_get_id (record)))
        return station;
    }
  return NULL;
}

static void
assert_lines (const YzGuideStation *station, const char *expected)
{
  g_autofree char *lines = station->hours_lines != NULL ? g_strjoinv ("|", station->hours_lines) : NULL;

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_a_station (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  const YzGuideStation *station;
  const YzGuideClosure *closure;
  const YzGuideOffer *offer;

  change (fixture, fixture->first, "hours",
          "Mo-Fr 08:30-12:00,14:00-18:00; PH off; 2026 Nov 25 off \"消毒\"; 2026 Oct 05 off");
  change (fixture, fixture->first, "access", "app");
  change (fixture, fixture->first, "access_note", "扫门上的码");
  change (fixture, fixture->first, "services", "water;meal:paused;wifi:impossible");
  change (fixture, fixture->first, "phones", "0371-1234567;13812345678");
  content = load (fixture, choice);

  g_assert_cmpstr (content->date, ==, "2026-11-20");
  g_assert_cmpstr (content->area, ==, "晴川");
  g_assert_cmpuint (content->stations->len, ==, 2);
  station = find (content, fixture->first);
  g_assert_cmpint (station->look, ==, YZ_GUIDE_OPEN);
  assert_lines (station, "周一至周五 08:30–12:00、14:00–18:00|法定节假日休息");
  g_assert_cmpuint (station->week->len, ==, 10);
  g_assert_cmpuint (station->workday->len, ==, 2);
  g_assert_false (station->open_at_night);
  g_assert_cmpstr (station->access, ==, "扫门上的码");
  g_assert_cmpuint (g_strv_length (station->phones), ==, 1);
  g_assert_cmpuint (station->closures->len, ==, 1);
  closure = g_ptr_array_index (station->closures, 0);
  g_assert_cmpstr (closure->first, ==, "2026-11-25");
  g_assert_cmpstr (closure->text, ==, "不开放（消毒）");
  g_assert_cmpuint (station->offers->len, ==, 2);
  offer = g_ptr_array_index (station->offers, 1);
  g_assert_cmpstr (offer->service->name_en, ==, "Warm a meal");
  g_assert_cmpint (offer->state, ==, YZ_GUIDE_SERVICE_PAUSED);

  station = find (content, fixture->second);
  g_assert_cmpint (station->look, ==, YZ_GUIDE_UNKNOWN);
  assert_lines (station, NULL);
  g_assert_null (station->phones);
}

static void
test_hours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) chinese = NULL, both = NULL;
  const YzGuideStation *station;

  change (fixture, fixture->first, "hours", "24/7");
  change (fixture, fixture->second, "hours", "Mo-Su 07:00-21:00, Mo-Su 00:00-07:00,21:00-24:00 open \"自助\"");
  chinese = load (fixture, choice);
  choice->language = YZ_PRINT_BOTH;
  both = load (fixture, choice);

  station = find (chinese, fixture->first);
  g_assert_cmpint (station->look, ==, YZ_GUIDE_ALL_DAY);
  g_assert_true (station->open_at_night);
  station = find (chinese, fixture->second);
  g_assert_cmpint (station->look, ==, YZ_GUIDE_ALL_DAY);
  assert_lines (station, "每天 07:00–21:00|其余时间自助进门");
  g_assert_null (station->english_hours);
  station = find (both, fixture->second);
  assert_lines (station, "每天 07:00–21:00|其余时间自助进门");
  g_assert_cmpstr (station->english_hours, ==, "Every day 07:00–21:00; Self-service at all other times");
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;

  change (fixture, fixture->first, "state", "paused");
  change (fixture, fixture->first, "state_reason", "装修");
  change (fixture, fixture->first, "state_until", "2026-12-01");
  change (fixture, fixture->second, "state", "closed");
  content = load (fixture, choice);
  g_assert_cmpuint (content->stations->len, ==, 1);
  g_assert_cmpint (find (content, fixture->first)->look, ==, YZ_GUIDE_PAUSED);
  g_assert_cmpstr (find (content, fixture->first)->state_note, ==, "暂停开放：装修，预计 2026 年 12 月 1 日恢复");
  yz_guide_content_unref (g_steal_pointer (&content));

  choice->language = YZ_PRINT_ENGLISH;
  content = load (fixture, choice);
  g_assert_cmpstr (find (content, fixture->first)->state_note, ==,
                   "Closed for now: 装修, opens again about 1 December 2026");
}

/* How many stations @choice finds. */
static guint
count (Fixture *fixture, const YzGuideChoice *choice)
{
  g_autoptr (YzGuideContent) content = load (fixture, choice);

  return content->stations->len;
}

static void
test_which_stations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzRecord)
    city = add (fixture, &yz_org_kind, (const char *const[]){ "name", "晴川市总工会", "level", "city", NULL });
  g_autoptr (YzRecord) district =
    add (fixture, &yz_org_kind,
         (const char *const[]){ "name", "江北区总工会", "level", "county", "parent", yz_record_get_id (city), NULL });
  const char *ids[] = { yz_record_get_id (fixture->second), "00000000-0000-7000-8000-000000000000", NULL };
  g_autoptr (YzGuideContent) content = NULL;

  change (fixture, fixture->first, "org", yz_record_get_id (district));
  change (fixture, fixture->first, "district", "江北区");
  change (fixture, fixture->first, "hours", "Mo-Su 08:00-24:00");
  change (fixture, fixture->first, "services", "water");

  content = load (fixture, choice);
  g_assert_cmpstr (content->area, ==, "晴川市");
  g_assert_cmpstr (content->publisher, ==, "晴川市总工会");
  choice->org = g_strdup (yz_record_get_id (city));
  g_assert_cmpuint (count (fixture, choice), ==, 1);
  choice->district = g_strdup ("江南区");
  g_assert_cmpuint (count (fixture, choice), ==, 0);
  g_clear_pointer (&choice->org, g_free);
  g_clear_pointer (&choice->district, g_free);
  choice->open_at_night = TRUE;
  g_assert_cmpuint (count (fixture, choice), ==, 1);
  choice->open_at_night = FALSE;
  choice->service = g_strdup ("water");
  g_assert_cmpuint (count (fixture, choice), ==, 1);
  g_clear_pointer (&choice->service, g_free);
  choice->where = g_strdup ("district = '江北区'");
  g_assert_cmpuint (count (fixture, choice), ==, 1);
  choice->ids = g_strdupv ((char **) ids);
  g_assert_cmpuint (count (fixture, choice), ==, 1);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  choice->date = g_strdup ("2026-02-30");
  g_assert_null (yz_guide_source_load (store, choice, NULL, &error));
  g_assert_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_pointer (&choice->date, g_free);

  choice->where = g_strdup ("no such thing");
  g_assert_null (yz_guide_source_load (store, choice, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_QUERY);
  g_clear_error (&error);
  g_clear_pointer (&choice->where, g_free);

  choice->document = g_strdup ("guide");
  choice->since = g_strdup ("7");
  g_assert_null (yz_guide_source_load (store, choice, NULL, &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (yz_guide_source_load (store, choice, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_mediators (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (YzEdit) trace = NULL;
  const YzGuideContact *contact;
  g_autoptr (YzRecord)
    mediator = add (fixture, &yz_person_kind,
                    (const char *const[]){ "name", "周望舒", "role", "mediator", "phones", "0999-6120190", "note",
                                           "周一 14:00–17:00", "station", yz_record_get_id (fixture->first), NULL });
  g_autoptr (YzRecord)
    manager = add (fixture, &yz_person_kind,
                   (const char *const[]){ "name", "冯梅", "role", "manager", "phones", "13900001111", NULL });

  change (fixture, fixture->first, "district", "江北区");
  content = load (fixture, choice);
  g_assert_cmpuint (content->contacts->len, ==, 0);
  g_assert_null (yz_guide_source_new_disclosure (store, choice, content, "/tmp/guide.pdf"));
  yz_guide_content_unref (g_steal_pointer (&content));

  choice->with_contacts = TRUE;
  choice->document = g_strdup ("guide");
  content = load (fixture, choice);
  g_assert_cmpuint (content->contacts->len, ==, 1);
  contact = g_ptr_array_index (content->contacts, 0);
  g_assert_cmpstr (contact->place, ==, "江北区");
  g_assert_cmpstr (contact->name, ==, "周望舒");
  g_assert_cmpstr (contact->where, ==, "1 号站，周一 14:00–17:00");
  trace = yz_guide_source_new_disclosure (store, choice, content, "/tmp/guide.pdf");
  g_assert_cmpuint (yz_edit_get_n_changes (trace), ==, 1);
}

static void
test_photos (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (GdkPixbuf) large = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1600, 1200), small = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (YzRecord) attachment = NULL;
  g_autofree char *sha256 = NULL;
  char *png;
  gsize length;

  gdk_pixbuf_fill (large, 0xc7252bff);
  g_assert_true (gdk_pixbuf_save_to_buffer (large, &png, &length, "png", NULL, NULL));
  file = g_bytes_new_take (png, length);
  sha256 = yz_store_put_blob (store, file, NULL, NULL);
  g_assert_nonnull (sha256);
  attachment = add (fixture, &yz_attachment_kind,
                    (const char *const[]){ "name", "门口.png", "content_type", "image/png", "sha256", sha256, "station",
                                           yz_record_get_id (fixture->first), NULL });

  choice->with_photos = TRUE;
  content = load (fixture, choice);
  g_assert_null (find (content, fixture->second)->photo);
  stream = g_memory_input_stream_new_from_bytes (find (content, fixture->first)->photo);
  small = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  g_assert_nonnull (small);
  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 600);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 450);
}

/* A file has all photos with their captions, other attachments by name, and room for what is not known. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  const char *id = yz_record_get_id (fixture->first);
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (GBytes) file = g_bytes_new_static ("%PDF-1.4\n", 9);
  g_autofree char *sha256 = yz_store_put_blob (store, file, NULL, NULL);
  const YzGuideStation *station;
  const YzGuidePhoto *photo;
  guint n_empty = 0, n_attached = 0;

  g_object_unref (add (fixture, &yz_attachment_kind,
                       (const char *const[]){ "name", "a.jpg", "content_type", "image/jpeg", "sha256", sha256,
                                              "station", id, "note", "正门", "taken", "2026-06-01", NULL }));
  g_object_unref (add (fixture, &yz_attachment_kind,
                       (const char *const[]){ "name", "b.jpg", "content_type", "image/jpeg", "sha256", sha256,
                                              "station", id, NULL }));
  g_object_unref (add (fixture, &yz_attachment_kind,
                       (const char *const[]){ "name", "验收单.pdf", "content_type", "application/pdf", "sha256", sha256,
                                              "station", id, NULL }));
  choice->with_files = TRUE;
  content = load (fixture, choice);
  station = find (content, fixture->first);
  g_assert_cmpuint (station->photos->len, ==, 2);
  photo = g_ptr_array_index (station->photos, 0);
  g_assert_cmpstr (photo->caption, ==, "正门 · 2026-06-01");
  photo = g_ptr_array_index (station->photos, 1);
  g_assert_cmpstr (photo->caption, ==, "b.jpg");
  g_assert_nonnull (content->printed);
  for (guint i = 0; i < station->facts->len; i++)
    {
      const YzGuideFact *fact = g_ptr_array_index (station->facts, i);

      n_empty += *fact->value == '\0';
      n_attached += g_str_equal (fact->group, "attachments");
    }
  g_assert_cmpuint (n_empty, >, 3);
  g_assert_cmpuint (n_attached, ==, 1);
}

/* Prints and records an edition of @date. */
static void
record_edition (Fixture *fixture, YzGuideChoice *choice, const char *date, const char *name)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (YzEdit) edit = NULL;
  g_autoptr (YzAction) action = NULL;
  g_autoptr (GError) error = NULL;

  yz_set_str (&choice->date, date);
  yz_set_str (&choice->edition_name, name);
  content = load (fixture, choice);
  edit = yz_guide_edition_new_edit (store, content, choice->document, "a4", &error);
  g_assert_no_error (error);
  action = yz_store_apply (store, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (action->n_changes, ==, content->stations->len + 1);
  yz_set_str (&choice->edition_name, NULL);

  /* what was loaded before that cannot be recorded once more under the same number */
  g_clear_object (&edit);
  edit = yz_guide_edition_new_edit (store, content, choice->document, "a4", &error);
  g_assert_null (edit);
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT);
}

static guint
number_of (const YzGuideContent *content, YzRecord *record)
{
  return find (content, record)->number;
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (YzRecord) third = NULL, fourth = NULL;

  choice->document = g_strdup ("guide");
  change (fixture, fixture->first, "district", "江北区");
  change (fixture, fixture->second, "district", "临湖区");
  record_edition (fixture, choice, "2026-01-10", "春季版");

  /* a draft proposes numbers and records nothing */
  third = add (fixture, &yz_station_kind, (const char *const[]){ "name", "阿", "district", "安区", NULL });
  for (guint i = 0; i < 2; i++)
    {
      yz_set_str (&choice->date, "2026-11-20");
      content = load (fixture, choice);
      g_assert_cmpuint (content->edition, ==, 0);
      g_assert_cmpuint (number_of (content, fixture->second), ==, 2);
      g_assert_cmpuint (number_of (content, fixture->first), ==, 1);
      g_assert_cmpuint (number_of (content, third), ==, 3);
      yz_guide_content_unref (g_steal_pointer (&content));
    }
  record_edition (fixture, choice, "2026-06-10", "夏季版");

  /* the highest number is retired, and is not given away, not even by another document */
  change (fixture, third, "state", "closed");
  record_edition (fixture, choice, "2026-09-10", "秋季版");
  fourth = add (fixture, &yz_station_kind, (const char *const[]){ "name", "波", "district", "安区", NULL });
  yz_set_str (&choice->document, "fold");
  yz_set_str (&choice->date, "2026-11-20");
  content = load (fixture, choice);
  g_assert_cmpuint (content->stations->len, ==, 3);
  g_assert_cmpuint (number_of (content, fixture->first), ==, 1);
  g_assert_cmpuint (number_of (content, fourth), ==, 4);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (YzGuideChanges) changes = NULL;
  g_autoptr (YzRecord) third = NULL;
  const YzGuideChange *change_of;
  const YzGuideChangeLine *line;

  choice->document = g_strdup ("guide");
  change (fixture, fixture->first, "hours", "Mo-Su 09:00-20:00");
  change (fixture, fixture->first, "services", "water;meal");
  change (fixture, fixture->first, "access", "door");
  record_edition (fixture, choice, "2026-01-10", "春季版");
  yz_set_str (&choice->date, "2026-11-20");

  /* days that pass are no change, and nothing has changed yet */
  change (fixture, fixture->first, "hours", "Mo-Su 09:00-20:00; 2026 Nov 25 off");
  content = load (fixture, choice);
  g_assert_cmpuint (content->before_edition, ==, 1);
  g_assert_cmpstr (content->before_name, ==, "春季版");
  g_assert_false (find (content, fixture->first)->changed);
  yz_guide_content_unref (g_steal_pointer (&content));

  change (fixture, fixture->first, "hours", "Mo-Su 09:00-22:00");
  change (fixture, fixture->first, "services", "water;meal:paused");
  change (fixture, fixture->second, "state", "closed");
  change (fixture, fixture->second, "state_reason", "楼已拆");
  third = add (fixture, &yz_station_kind, (const char *const[]){ "name", "阿", NULL });
  content = load (fixture, choice);
  g_assert_true (find (content, fixture->first)->changed);
  g_assert_true (find (content, third)->changed);

  changes = yz_guide_changes_new (content);
  g_assert_cmpuint (changes->n_before, ==, 2);
  g_assert_cmpuint (changes->n_now, ==, 2);
  g_assert_cmpuint (changes->n_changed, ==, 1);
  g_assert_cmpuint (changes->same->len, ==, 0);
  g_assert_cmpuint (changes->all->len, ==, 3);
  change_of = g_ptr_array_index (changes->all, 0);
  g_assert_cmpint (change_of->group, ==, YZ_GUIDE_CHANGE_NEW);
  change_of = g_ptr_array_index (changes->all, 1);
  g_assert_cmpint (change_of->group, ==, YZ_GUIDE_CHANGE_WITHDRAWN);
  line = g_ptr_array_index (change_of->lines, 0);
  g_assert_cmpstr (line->is, ==, "已撤销：楼已拆");
  change_of = g_ptr_array_index (changes->all, 2);
  g_assert_cmpint (change_of->group, ==, YZ_GUIDE_CHANGE_HOURS);
  g_assert_cmpuint (change_of->lines->len, ==, 2);
  line = g_ptr_array_index (change_of->lines, 0);
  g_assert_cmpstr (line->was, ==, "每天 09:00–20:00");
  g_assert_cmpstr (line->is, ==, "每天 09:00–22:00");
  g_assert_cmpstr (line->since, ==, "2026-11-20");
  line = g_ptr_array_index (change_of->lines, 1);
  g_assert_cmpstr (line->was, ==, "有热饭");
  g_assert_cmpstr (line->is, ==, "热饭暂停");
}

/* An office's list tells planned stations, a guide does not: neither is a change. */
static void
test_planned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  g_autoptr (YzRecord)
    planned = add (fixture, &yz_station_kind, (const char *const[]){ "name", "阿", "state", "planned", NULL });

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (YzGuideContent) content = NULL;

      yz_set_str (&choice->document, i == 0 ? "guide" : "list");
      choice->compare = FALSE;
      choice->with_planned = i == 1;
      record_edition (fixture, choice, i == 0 ? "2026-01-10" : "2026-02-10", "春季版");

      yz_set_str (&choice->document, NULL);
      yz_set_str (&choice->date, "2026-11-20");
      choice->compare = TRUE;
      choice->with_planned = TRUE;
      content = load (fixture, choice);
      g_assert_cmpuint (content->before->len, ==, 2 + i);
      g_assert_cmpuint (content->stations->len, ==, 2 + i);
    }
}

static void
take_back (Fixture *fixture, const char *document, const char *edition, int code)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = yz_guide_editions_find (store, document, NULL, edition, &error);

  g_assert_no_error (error);
  g_assert_cmpint (yz_guide_edition_take_back (store, id, &error), ==, code < 0);
  if (code >= 0)
    g_assert_error (error, YZ_STORE_ERROR, code);
}

/* An edition that was taken back is as if it had not been; a number that others went on from stays with its station. */
static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  YzStore *store = yz_session_get_store (fixture->session);
  g_autoptr (YzGuideChoice) guide = yz_guide_choice_new (), fold = yz_guide_choice_new ();
  g_autoptr (YzGuideContent) content = NULL;
  g_autoptr (YzRecord) third = NULL, fourth = NULL, fifth = NULL;
  g_autoptr (GError) error = NULL;

  guide->document = g_strdup ("guide");
  fold->document = g_strdup ("fold");
  guide->area = g_strdup ("晴川");
  fold->area = g_strdup ("晴川");
  record_edition (fixture, guide, "2026-01-10", "春季版");
  third = add (fixture, &yz_station_kind, (const char *const[]){ "name", "丙", NULL });
  record_edition (fixture, guide, "2026-02-10", "误存版");
  take_back (fixture, "guide", "1", YZ_STORE_ERROR_DEPENDS);
  take_back (fixture, "guide", "误存版", -1);
  g_assert_null (yz_guide_editions_find (store, "guide", NULL, "误存版", &error));
  g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_NOT_FOUND);

  /* nobody relies on its number 3: it goes to a station of the next edition, which is the second again */
  change (fixture, third, "state", "closed");
  fourth = add (fixture, &yz_station_kind, (const char *const[]){ "name", "丁", NULL });
  record_edition (fixture, guide, "2026-03-10", "夏季版");
  content = load (fixture, guide);
  g_assert_cmpuint (number_of (content, fourth), ==, 3);
  g_assert_cmpuint (content->before_edition, ==, 1);
  g_clear_pointer (&content, yz_guide_content_unref);

  /* the fold went on from its numbers: they are kept when it is taken back */
  record_edition (fixture, fold, "2026-04-10", "折页");
  take_back (fixture, "guide", "2", -1);
  take_back (fixture, "fold", "1", -1);
  change (fixture, fourth, "state", "closed");
  fifth = add (fixture, &yz_station_kind, (const char *const[]){ "name", "戊", NULL });
  yz_set_str (&guide->date, "2026-05-10");
  content = load (fixture, guide);
  g_assert_cmpuint (number_of (content, fifth), ==, 4);
  g_assert_cmpuint (content->before_edition, ==, 1);
}

static void
test_audience (void)
{
  g_autoptr (YzGuideChoice) choice = yz_guide_choice_new ();
  const char *const riders[] = { "骑手", "快递员", NULL }, *const drivers[] = { "司机", NULL },
                    *const nobody[] = { NULL };

  g_assert_true (yz_guide_choice_is_for (choice, drivers));
  choice->audience = g_strdup ("给骑手、环卫工人");
  g_assert_true (yz_guide_choice_is_for (choice, riders));
  g_assert_true (yz_guide_choice_is_for (choice, NULL));
  g_assert_true (yz_guide_choice_is_for (choice, nobody));
  g_assert_false (yz_guide_choice_is_for (choice, drivers));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/guide-source/a-station", test_a_station);
  fixture_add ("/guide-source/hours", test_hours);
  fixture_add ("/guide-source/state", test_state);
  fixture_add ("/guide-source/which-stations", test_which_stations);
  fixture_add ("/guide-source/refusals", test_refusals);
  fixture_add ("/guide-source/mediators", test_mediators);
  fixture_add ("/guide-source/photos", test_photos);
  fixture_add ("/guide-source/take-back", test_take_back);
  fixture_add ("/guide-source/files", test_files);
  fixture_add ("/guide-source/numbers", test_numbers);
  fixture_add ("/guide-source/changes", test_changes);
  fixture_add ("/guide-source/planned", test_planned);
  g_test_add_func ("/session/guide-source/audience", test_audience);

  return g_test_run ();
}
