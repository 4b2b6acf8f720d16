/* What the chapters of the sample share. */
#pragma once

#include "yz-kinds.h"
#include "yz-stock-verbs.h"

G_BEGIN_DECLS

/**
 * YzSample:
 * @today: the first instant of today
 * @now: this instant
 * @ids: (element-type utf8 utf8): ids by name, of what the sample made and of its stations
 */
typedef struct
{
  YzStore *store;
  GCancellable *cancellable;
  GRand *random;
  gint64 today;
  gint64 now;
  GHashTable *ids;
} YzSample;

/**
 * YzSampleGood:
 * @lot: what the numbers of its lots begin with, 0 for goods without lots
 * @expiry: of the lots of the three deliveries, in days from today; 0 where it was not delivered, %YZ_SAMPLE_KEEPS
 *   where it was and keeps
 * @at_most: what is handed out at once
 * @icon: between "yz-" and "-symbolic"
 * @keep: what the first shop has left of it before last evening
 */
typedef struct
{
  const char *code, *name, *spec, *unit, *category, *icon;
  gint64 value;
  int warn_days, minimum, target;
  char lot;
  int expiry[3];
  int at_most, keep;
} YzSampleGood;

#define YZ_SAMPLE_KEEPS 9999

/* The consumables, each in stock somewhere. */
const YzSampleGood *yz_sample_goods (guint *n_goods);

#define YZ_SAMPLE_WAREHOUSE "江北区总仓"
#define YZ_SAMPLE_FIRST "滨江东路驿站"

/* (transfer none): of what was made by yz_sample_new_record() or is a station */
const char *yz_sample_get_id (YzSample *self, const char *name);

/* A new record of that name, which yz_sample_get_id() finds. */
YzRecord *yz_sample_new_record (YzSample *self, const YzKind *kind, const char *name);

/* @days from today, at that minute of the day, but not later than now. */
gint64 yz_sample_get_time (YzSample *self, int days, int minutes);

/* The same as a date, and as text of a format of g_date_time_format(). */
char *yz_sample_dup_date (YzSample *self, int days);
char *yz_sample_format_date (YzSample *self, int days, const char *format);

/* Applies @edit, which it takes; %FALSE too if there is none, @error being set already. */
gboolean yz_sample_apply (YzSample *self, YzEdit *edit, GError **error);

/* The chapters, in their order. */
gboolean yz_sample_add_goods (YzSample *self, GError **error);
gboolean yz_sample_trade (YzSample *self, GError **error);
gboolean yz_sample_add_losses (YzSample *self, GError **error);
gboolean yz_sample_assemble (YzSample *self, GError **error);
gboolean yz_sample_count (YzSample *self, GError **error);
gboolean yz_sample_add_events (YzSample *self, GError **error);
gboolean yz_sample_use_cabinet (YzSample *self, GError **error);
gboolean yz_sample_add_equipment (YzSample *self, GError **error);

G_END_DECLS
