/*
 * So many heads at so many stations: what each has, puts together and lacks, and what is sent from where, made with one
 * button.
 */
#pragma once

#include "yz-inventory.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_KIT_PLAN_VIEW (yz_kit_plan_view_get_type ())

/**
 * YzKitPlanView:
 *
 * Its verbs are the actions "plan.…".
 */
G_DECLARE_FINAL_TYPE (YzKitPlanView, yz_kit_plan_view, YZ, KIT_PLAN_VIEW, GtkWidget)

/* Returns: (transfer floating): a plan for no kit yet */
GtkWidget *yz_kit_plan_view_new (YzInventory *inventory);

/**
 * yz_kit_plan_view_set_kit:
 * @kit: (nullable): the id of a version
 */
void yz_kit_plan_view_set_kit (YzKitPlanView *self, const char *kit);

G_END_DECLS
