#include "config.h"

#include "guide-fixture.h"

#include "yz-output.h"

static const char *const districts[] = { "江北区", "临湖区", "塔山区", "高新技术产业开发区" };
static const char *const names[] = {
  "晴川北站广场工会驿站", "石桥驿站",          "槐安路“劳动者港湾”工会驿站（晴川银行槐安支行内）", "柳荫路骑手之家",
  "江北公园东门工会驿站", "如意里社区小哥驿站"
};
static const char *const streets[] = { "环城北路", "石桥路", "槐安路", "晴川大道", "柳荫路", "渡口路" };
static const char *const hours[] = { "24/7",
                                     "Mo-Fr 08:30-12:00,14:00-17:30",
                                     "Mo-Su 09:00-17:00",
                                     "Mo-Su 09:00-22:00",
                                     "Mo-Fr 08:00-18:00; Sa,Su 09:00-16:00",
                                     NULL };
static const char *const services[][4] = {
  { "water", "饮水", "饮水", "Drinking water" },
  { "meal", "热饭", "热饭", "Microwave" },
  { "rest", "休息", "休息", "Rest" },
  { "charging", "手机充电", "充电", "Charging" },
  { "fridge", "冰箱", "冰箱", "Fridge" },
  { "toilet", "如厕指引", "厕所", "Toilet nearby" },
  { "medicine", "应急药品", "药品", "First aid" },
  { "tools", "小维修工具", "工具", "Repair tools" },
  { "rain_gear", "雨具", "雨具", "Rain gear" },
  { "legal_aid", "法律援助指引", "法援", "Legal aid" },
  { "join", "一键入会", "入会", "Join the union" },
  { "books", "图书", "图书", "Books" },
  { "wifi", "Wi-Fi", "Wi-Fi", "Wi-Fi" },
  { "cabinet", "智能柜", "智能柜", "Smart locker" },
};

static void
add_services (YzGuideContent *content, gboolean wild)
{
  for (guint i = 0; i < (wild ? 40 : G_N_ELEMENTS (services)); i++)
    {
      const char *const *words = services[i % G_N_ELEMENTS (services)];
      YzGuideService *service = g_new0 (YzGuideService, 1);

      service->code = g_strdup (words[0]);
      service->name = g_strdup (words[1]);
      service->short_name = g_strdup (words[2]);
      service->name_en = g_strdup (words[3]);
      service->symbol = g_strdup_printf ("yz-service-%s-symbolic", words[0]);
      g_ptr_array_add (content->services, service);
    }
}

static void
set_hours (YzGuideStation *station, const char *text, YzPrintLanguage language)
{
  g_autofree char *described = NULL;

  if (text == NULL)
    return;
  g_clear_pointer (&station->hours, yz_hours_unref);
  g_clear_pointer (&station->ordinary, yz_hours_unref);
  g_clear_pointer (&station->hours_lines, g_strfreev);
  g_clear_pointer (&station->english_hours, g_free);
  g_clear_pointer (&station->week, g_array_unref);
  g_clear_pointer (&station->workday, g_array_unref);
  station->hours = yz_hours_parse (text, NULL, NULL);
  station->ordinary = yz_hours_ref (station->hours);
  described = yz_hours_describe (station->hours, language == YZ_PRINT_ENGLISH ? YZ_HOURS_ENGLISH : YZ_HOURS_CHINESE);
  station->hours_lines = g_strsplit (described, language == YZ_PRINT_ENGLISH ? "; " : "；", -1);
  if (language == YZ_PRINT_BOTH)
    station->english_hours = yz_hours_describe (station->hours, YZ_HOURS_ENGLISH);
  station->week = yz_hours_get_week (station->hours, NULL, 739629); /* a Monday */
  station->workday = yz_hours_get_week (station->hours, NULL, 739629);
  for (guint i = 0; i < station->workday->len;)
    if (g_array_index (station->workday, YzHoursBar, i).weekday != G_DATE_MONDAY)
      g_array_remove_index (station->workday, i);
    else
      i++;
  station->look = g_str_equal (text, "24/7") ? YZ_GUIDE_ALL_DAY : YZ_GUIDE_OPEN;
  station->open_at_night = station->look == YZ_GUIDE_ALL_DAY;
}

static char *
repeat (const char *text, guint n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
add_offers (YzGuideStation *station, YzGuideContent *content, GRand *rand, gboolean wild)
{
  guint wanted = wild ? g_rand_int_range (rand, 0, 41) : 8;

  for (guint i = 0; i < content->services->len && station->offers->len < wanted; i++)
    {
      YzGuideOffer *offer = g_new0 (YzGuideOffer, 1);

      offer->service = g_ptr_array_index (content->services, i);
      offer->state = g_rand_int_range (rand, 0, 12) == 0 ? YZ_GUIDE_SERVICE_PAUSED : YZ_GUIDE_OFFERED;
      g_ptr_array_add (station->offers, offer);
    }
}

static void
make_wild (YzGuideStation *station, GRand *rand, guint i)
{
  if (i % 3 == 0)
    {
      g_free (station->name);
      station->name = repeat ("晴川市江北区总工会户外劳动者服务站点", g_rand_int_range (rand, 1, 7));
    }
  if (i % 4 == 1)
    g_clear_pointer (&station->address, g_free);
  if (i % 4 == 2)
    {
      g_free (station->access);
      station->access =
        repeat ("从服务中心正门进，右手第一间，夜间扫码 21:00–次日 07:00；", g_rand_int_range (rand, 1, 8));
    }
  if (i % 5 == 3)
    g_clear_pointer (&station->phones, g_strfreev);
  if (i % 7 == 5)
    {
      g_free (station->name);
      station->name = g_strdup ("站");
      g_clear_pointer (&station->district, g_free);
      g_clear_pointer (&station->street, g_free);
      station->has_position = FALSE;
    }
}

static YzGuideStation *
new_station (YzGuideContent *content, GRand *rand, guint i, guint n, gboolean wild)
{
  g_autofree char *id = g_strdup_printf ("station-%u", i);
  const char *street = streets[i % G_N_ELEMENTS (streets)];
  YzGuideStation *station = yz_guide_station_new (id, names[i % G_N_ELEMENTS (names)]);
  guint district = MIN (i, n - 1) * G_N_ELEMENTS (districts) / n;

  station->number = i + 1;
  station->district = g_strdup (districts[district]);
  station->street = g_strdup (street);
  station->address = g_strdup_printf ("%s %u 号临街一层，路口往东 %u 米", street, 10 + i, 20 + i % 300);
  station->access = g_strdup (yz_print_say (content->language, "推门即进；电动车停门前白线内", "Walk in"));
  station->phones = g_strsplit ("0999-612 0351", ",", -1);
  set_hours (station, hours[i % G_N_ELEMENTS (hours)], content->language);
  if (i % 11 == 7)
    {
      station->look = YZ_GUIDE_PAUSED;
      station->state_note = g_strdup (yz_print_say (content->language, "停用改造，预计 2026 年 3 月 11 日恢复",
                                                    "Paused for works until 11 March 2026"));
    }
  station->position = (YzPosition){ 113.6 + 0.05 * (district % 2) + g_rand_double_range (rand, 0, 0.04),
                                    34.7 + 0.04 * (district / 2) + g_rand_double_range (rand, 0, 0.03) };
  station->has_position = TRUE;
  add_offers (station, content, rand, wild);
  if (wild)
    make_wild (station, rand, i);
  return station;
}

/* The same stations as they were: some are missing, one was closed since, others were open at other hours. */
static GPtrArray *
new_before (YzGuideContent *content, guint32 seed, guint n, gboolean wild)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GPtrArray *before = g_ptr_array_new_with_free_func ((GDestroyNotify) yz_guide_station_free);

  for (guint i = 0; i <= n; i++)
    {
      YzGuideStation *station;

      station = new_station (content, rand, i, n, wild);
      if (i % 9 == 4)
        {
          yz_guide_station_free (station);
          continue;
        }
      if (i % 6 == 2)
        {
          g_free (station->access);
          station->access = g_strdup (yz_print_say (content->language, "夜里刷脸进门", "By face at night"));
        }
      if (i % 6 == 3)
        set_hours (station, "Mo-Su 10:00-12:00", content->language);
      g_ptr_array_add (before, station);
    }
  return before;
}

YzGuideContent *
guide_fixture_new (YzPrintLanguage language, guint n_stations, guint32 seed, gboolean wild)
{
  YzGuideContent *content = yz_guide_content_new (language);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  content->area = g_strdup ("晴川市");
  content->publisher = g_strdup ("晴川市总工会");
  content->date = g_strdup ("2026-01-10");
  content->use_until = g_strdup ("2026-04-30");
  content->edition = 8;
  content->edition_name = g_strdup (yz_print_say (language, "2026 年冬季版 · 第 8 版", "Winter 2026 · edition 8"));
  add_services (content, wild);
  for (guint i = 0; i < n_stations; i++)
    g_ptr_array_add (content->stations, new_station (content, rand, i, n_stations, wild));
  content->before_edition = 7;
  content->before_name = g_strdup (yz_print_say (language, "2025 年秋季版", "Autumn 2025"));
  content->before = new_before (content, seed, n_stations, wild);
  guide_fixture_add_days (content);
  guide_fixture_add_files (content);
  guide_fixture_add_goods (content, wild);
  return content;
}

static void
check_inside (const YzMark *mark, guint page, double width, double height)
{
  const YzRect *box = &mark->box;

  if (box->x < -0.01 || box->y < -0.01 || box->x + box->width > width + 0.01 || box->y + box->height > height + 0.01)
    {
      g_test_message ("page %u: “%s” leaves the page: %.1f %.1f %.1f × %.1f mm", page + 1, mark->name, box->x, box->y,
                      box->width, box->height);
      g_test_fail ();
    }
}

static void
check_apart (const YzMark *a, const YzMark *b, guint page)
{
  double x = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
  double y = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

  if (x > 0.05 && y > 0.05)
    {
      g_test_message ("page %u: “%s” and “%s” overlap by %.2f × %.2f mm at %.1f, %.1f", page + 1, a->name, b->name, x,
                      y, b->box.x, b->box.y);
      g_test_fail ();
    }
}

void
guide_fixture_check (YzPages *pages)
{
  for (guint i = 0; i < yz_pages_get_n (pages); i++)
    {
      g_autoptr (GPtrArray) marks = yz_pages_collect (pages, i);
      double width, height;

      yz_pages_get_size (pages, i, &width, &height);
      for (guint j = 0; j < marks->len; j++)
        {
          const YzMark *mark = g_ptr_array_index (marks, j);

          if (mark->kind == YZ_MARK_RECORD)
            continue;
          check_inside (mark, i, width, height);
          for (guint k = j + 1; k < marks->len; k++)
            {
              const YzMark *other = g_ptr_array_index (marks, k);

              if (mark->kind == YZ_MARK_TEXT && other->kind == YZ_MARK_TEXT)
                check_apart (mark, other, i);
            }
        }
    }
}

void
guide_fixture_show (YzPages *pages, const char *name)
{
  const char *folder = g_getenv ("YIZHAN_SHOTS");
  g_autofree char *base = g_strconcat (name, ".pdf", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  file = g_file_new_build_filename (folder, base, NULL);
  yz_output_pdf (pages, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
