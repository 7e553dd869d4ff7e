-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('handled', 'snoozed');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('client', 'coach', 'owner', 'physio', 'system');

-- CreateEnum
CREATE TYPE "request_kind" AS ENUM ('assessment', 'recheck');

-- CreateEnum
CREATE TYPE "request_step_kind" AS ENUM ('opened', 'reminded', 'answered', 'declined', 'cancelled');

-- CreateEnum
CREATE TYPE "clearance_decision" AS ENUM ('cleared', 'cleared_with_conditions', 'not_yet');

-- CreateEnum
CREATE TYPE "scope" AS ENUM ('walk', 'strength', 'impact', 'technique', 'walk_run', 'continuous', 'speed', 'race', 'buggy');

-- CreateEnum
CREATE TYPE "birth_mode" AS ENUM ('vaginal', 'instrumental', 'caesarean', 'caesarean_after_labour');

-- CreateEnum
CREATE TYPE "tear" AS ENUM ('none', 'first', 'second', 'third_a', 'third_b', 'third_c', 'fourth', 'unknown');

-- CreateEnum
CREATE TYPE "feeding" AS ENUM ('breast', 'mixed', 'formula', 'weaned', 'not_said');

-- CreateEnum
CREATE TYPE "consent_purpose" AS ENUM ('coach_care', 'share_birth', 'share_symptoms', 'share_tests', 'share_plan', 'messages_by_mail');

-- CreateEnum
CREATE TYPE "life_event_kind" AS ENUM ('illness', 'travel', 'short_sleep', 'sleep_regression', 'new_pregnancy', 'pregnancy_ended', 'surgery', 'gp_check', 'baby_prompts_off');

-- CreateEnum
CREATE TYPE "document_source" AS ENUM ('physio', 'client', 'coach');

-- CreateEnum
CREATE TYPE "step_id" AS ENUM ('assessment', 'restoration', 'walking', 'strength', 'technique', 'running', 'revisit');

-- CreateEnum
CREATE TYPE "step_visit_reason" AS ENUM ('criteria_met', 'coach_opened_early', 'revisit_symptom', 'revisit_strength_lapse', 'revisit_sleep', 'revisit_gap', 'revisit_tune_up', 'coach_decision');

-- CreateEnum
CREATE TYPE "step_visit_end" AS ENUM ('criteria_met', 'coach_decision', 'superseded');

-- CreateEnum
CREATE TYPE "hold_covers" AS ENUM ('running', 'impact', 'everything');

-- CreateEnum
CREATE TYPE "hold_reason" AS ENUM ('pelvic_symptom', 'red_flag', 'pain', 'new_pregnancy', 'surgery', 'illness', 'bleeding', 'coach_decision', 'client_decision', 'physio_decision');

-- CreateEnum
CREATE TYPE "plan_mode" AS ENUM ('propose', 'auto');

-- CreateEnum
CREATE TYPE "plan_change_kind" AS ENUM ('level', 'pause', 'resume', 'end', 'mode');

-- CreateEnum
CREATE TYPE "completion" AS ENUM ('as_planned', 'shorter', 'stopped', 'extra');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('owner', 'coach');

-- CreateEnum
CREATE TYPE "invitation_purpose" AS ENUM ('client', 'coach');

-- CreateEnum
CREATE TYPE "protocol_kind" AS ENUM ('restoration', 'walking', 'strength', 'walk_run', 'technique');

-- CreateEnum
CREATE TYPE "check_moment" AS ENUM ('before', 'during', 'after', 'next_day', 'any_time');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "suspended_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "methods" TEXT[],
    "step_up_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,
    "address_prefix" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "id" UUID NOT NULL,
    "challenge" TEXT NOT NULL,
    "user_id" UUID,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp" (
    "user_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "attempt_limit" (
    "key" TEXT NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "attempt_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "link_session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "link_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "step_up_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "fact_id" TEXT NOT NULL,
    "state" "task_state" NOT NULL,
    "until" DATE,
    "by_member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "practice_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "client_id" UUID,
    "target_type" TEXT NOT NULL,
    "target_id" TEXT,
    "data" JSONB NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("practice_id","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "practice_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("practice_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "practice_id" UUID,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "kind" "request_kind" NOT NULL,
    "physio_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_step" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "request_id" UUID NOT NULL,
    "step" "request_step_kind" NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "request_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "request_id" UUID NOT NULL,
    "physio_id" UUID NOT NULL,
    "assessed_on" DATE NOT NULL,
    "restoration_ok" BOOLEAN NOT NULL,
    "findings" TEXT,
    "home_programme" TEXT,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "assessment_id" UUID NOT NULL,
    "physio_id" UUID NOT NULL,
    "decision" "clearance_decision" NOT NULL,
    "scope" "scope"[],
    "conditions" JSONB NOT NULL,
    "assessed_on" DATE NOT NULL,
    "signed_on" DATE NOT NULL,
    "review_by" DATE NOT NULL,
    "earliest_run_on" DATE,
    "earliest_run_reason" TEXT,
    "earlier_tests_count" BOOLEAN NOT NULL,
    "supersedes_id" UUID,
    "signer_name" TEXT NOT NULL,
    "signer_title" TEXT NOT NULL,
    "regulator" TEXT NOT NULL,
    "registration_number" TEXT NOT NULL,
    "practising_year" INTEGER NOT NULL,
    "statement_id" TEXT NOT NULL,
    "document_hashes" JSONB NOT NULL,
    "passport_code" TEXT NOT NULL,
    "seal" BYTEA NOT NULL,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance_confirmation" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "clearance_id" UUID NOT NULL,
    "saw" BOOLEAN NOT NULL,

    CONSTRAINT "clearance_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance_withdrawal" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "clearance_id" UUID NOT NULL,
    "withdrawn_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "clearance_withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "birth" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "born_on" DATE NOT NULL,
    "mode" "birth_mode" NOT NULL,
    "tear" "tear" NOT NULL,
    "babies" INTEGER NOT NULL,
    "gestation_weeks" INTEGER,

    CONSTRAINT "birth_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "set_on" DATE NOT NULL,
    "days_per_week" INTEGER NOT NULL,
    "minutes_per_run" INTEGER NOT NULL,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "completed_on" DATE NOT NULL,
    "ran_before_km_per_week" INTEGER NOT NULL,
    "feeding" "feeding" NOT NULL,
    "pelvic_history" BOOLEAN NOT NULL,
    "words" TEXT,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "purpose" "consent_purpose" NOT NULL,
    "given" BOOLEAN NOT NULL,
    "wording_version" TEXT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "life_event" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "kind" "life_event_kind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "note" TEXT,

    CONSTRAINT "life_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "coach_id" UUID NOT NULL,
    "joined_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_draft" (
    "client_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intake_draft_pkey" PRIMARY KEY ("client_id")
);

-- CreateTable
CREATE TABLE "client_status" (
    "client_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "steps" JSONB NOT NULL,
    "run_open" BOOLEAN NOT NULL,
    "lock_reasons" JSONB NOT NULL,
    "attention_rank" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "next_session" JSONB,
    "last_log_on" DATE,

    CONSTRAINT "client_status_pkey" PRIMARY KEY ("client_id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "request_id" UUID,
    "source" "document_source" NOT NULL,
    "uploaded_by_id" UUID,
    "file_name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "pages" INTEGER,
    "sha256" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "client_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_chunk" (
    "practice_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "document_chunk_pkey" PRIMARY KEY ("practice_id","document_id","number")
);

-- CreateTable
CREATE TABLE "step_visit" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "step" "step_id" NOT NULL,
    "cycle" INTEGER NOT NULL,
    "opened_on" DATE NOT NULL,
    "reason" "step_visit_reason" NOT NULL,
    "note" TEXT,

    CONSTRAINT "step_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_visit_closing" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "visit_id" UUID NOT NULL,
    "closed_on" DATE NOT NULL,
    "how" "step_visit_end" NOT NULL,
    "note" TEXT,

    CONSTRAINT "step_visit_closing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "covers" "hold_covers" NOT NULL,
    "reason" "hold_reason" NOT NULL,
    "placed_on" DATE NOT NULL,
    "source_id" UUID,
    "note" TEXT,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold_lift" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "hold_id" UUID NOT NULL,
    "lifted_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "hold_lift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinical_rule" (
    "id" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "clinical_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "from_kind" "actor_kind" NOT NULL,
    "from_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "kind" "protocol_kind" NOT NULL,
    "protocol_version_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "weekdays" INTEGER[],
    "level" INTEGER NOT NULL,
    "mode" "plan_mode" NOT NULL,
    "max_level" INTEGER,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "plan_id" UUID NOT NULL,
    "change" "plan_change_kind" NOT NULL,
    "level" INTEGER,
    "mode" "plan_mode",
    "on" DATE NOT NULL,
    "because" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_log" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "session_id" UUID,
    "plan_id" UUID,
    "kind" "protocol_kind" NOT NULL,
    "level" INTEGER,
    "done_on" DATE NOT NULL,
    "minutes_total" DOUBLE PRECISION NOT NULL,
    "minutes_run" DOUBLE PRECISION NOT NULL,
    "minutes_walk" DOUBLE PRECISION NOT NULL,
    "effort" INTEGER,
    "completion" "completion" NOT NULL,
    "performance" JSONB,
    "supersedes_id" UUID,
    "note" TEXT,

    CONSTRAINT "session_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "protocol_kind" NOT NULL,
    "level" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "prescription" JSONB NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_start" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "session_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "protocol_kind" NOT NULL,
    "level" INTEGER NOT NULL,
    "started_on" DATE NOT NULL,
    "limits" JSONB NOT NULL,

    CONSTRAINT "session_start_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "purpose" "invitation_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "client_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "physio" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "clinic" TEXT,
    "title" TEXT,
    "regulator" TEXT,
    "registration_number" TEXT,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "physio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "physio_link" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "physio_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "physio_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential_check" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "physio_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "registration_number" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "found" BOOLEAN NOT NULL,
    "register" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,

    CONSTRAINT "credential_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "practice_id" UUID,
    "procedure" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "protocol" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "kind" "protocol_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protocol_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protocol_version" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "protocol_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "outline" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "protocol_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "battery_run" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "battery" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "done_on" DATE NOT NULL,
    "results" JSONB NOT NULL,

    CONSTRAINT "battery_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "symptom_check" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "moment" "check_moment" NOT NULL,
    "day" DATE NOT NULL,
    "log_id" UUID,
    "session_id" UUID,
    "findings" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "symptom_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "red_flag_acknowledgement" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "check_id" UUID NOT NULL,
    "note" TEXT,

    CONSTRAINT "red_flag_acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "day" DATE NOT NULL,
    "sleep_hours" DOUBLE PRECISION,
    "bad_nights" INTEGER,
    "energy" INTEGER,
    "mood" INTEGER,
    "words" TEXT,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "technique_review" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "reviewed_on" DATE NOT NULL,
    "observations" TEXT,
    "cues" TEXT[],
    "closed" BOOLEAN NOT NULL,

    CONSTRAINT "technique_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_session_token_hash_key" ON "sign_in_session"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_session_user_id_idx" ON "sign_in_session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_code_email_purpose_idx" ON "sign_in_code"("email", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_challenge_challenge_key" ON "passkey_challenge"("challenge");

-- CreateIndex
CREATE UNIQUE INDEX "link_session_token_hash_key" ON "link_session"("token_hash");

-- CreateIndex
CREATE INDEX "link_session_link_id_idx" ON "link_session"("link_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_practice_id_id_key" ON "task"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_practice_id_client_id_reason_fact_id_key" ON "task"("practice_id", "client_id", "reason", "fact_id");

-- CreateIndex
CREATE INDEX "audit_event_practice_id_client_id_seq_idx" ON "audit_event"("practice_id", "client_id", "seq");

-- CreateIndex
CREATE INDEX "outbox_done_at_not_before_idx" ON "outbox"("done_at", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "request_practice_id_client_id_id_key" ON "request"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "request_step_practice_id_client_id_id_key" ON "request_step"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_practice_id_client_id_id_key" ON "assessment"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_passport_code_key" ON "clearance"("passport_code");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_practice_id_client_id_id_key" ON "clearance"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_confirmation_practice_id_client_id_id_key" ON "clearance_confirmation"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_withdrawal_practice_id_client_id_id_key" ON "clearance_withdrawal"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "birth_practice_id_client_id_id_key" ON "birth"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "goal_practice_id_client_id_id_key" ON "goal"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_practice_id_client_id_id_key" ON "intake"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_practice_id_client_id_id_key" ON "consent"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "life_event_practice_id_client_id_id_key" ON "life_event"("practice_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "client_user_id_idx" ON "client"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "client_practice_id_id_key" ON "client"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "client_practice_id_email_key" ON "client"("practice_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "intake_draft_practice_id_client_id_key" ON "intake_draft"("practice_id", "client_id");

-- CreateIndex
CREATE INDEX "client_status_practice_id_attention_rank_client_id_idx" ON "client_status"("practice_id", "attention_rank" DESC, "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "client_status_practice_id_client_id_key" ON "client_status"("practice_id", "client_id");

-- CreateIndex
CREATE INDEX "document_practice_id_client_id_idx" ON "document"("practice_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_practice_id_id_key" ON "document"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "step_visit_practice_id_client_id_id_key" ON "step_visit"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "step_visit_closing_visit_id_key" ON "step_visit_closing"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_visit_closing_practice_id_client_id_id_key" ON "step_visit_closing"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_practice_id_client_id_id_key" ON "hold"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_lift_hold_id_key" ON "hold_lift"("hold_id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_lift_practice_id_client_id_id_key" ON "hold_lift"("practice_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "message_practice_id_client_id_sent_at_idx" ON "message"("practice_id", "client_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_practice_id_id_key" ON "message"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_practice_id_client_id_id_key" ON "plan"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_change_practice_id_client_id_id_key" ON "plan_change"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "session_log_practice_id_client_id_id_key" ON "session_log"("practice_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "session_practice_id_client_id_day_idx" ON "session"("practice_id", "client_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "session_practice_id_id_key" ON "session"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "session_start_practice_id_client_id_id_key" ON "session_start"("practice_id", "client_id", "id");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_practice_id_id_key" ON "member"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "member_practice_id_user_id_key" ON "member"("practice_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_practice_id_client_id_idx" ON "invitation"("practice_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_practice_id_id_key" ON "invitation"("practice_id", "id");

-- CreateIndex
CREATE INDEX "physio_user_id_idx" ON "physio"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "physio_practice_id_id_key" ON "physio"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "physio_practice_id_email_key" ON "physio"("practice_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "physio_link_token_hash_key" ON "physio_link"("token_hash");

-- CreateIndex
CREATE INDEX "physio_link_practice_id_client_id_idx" ON "physio_link"("practice_id", "client_id");

-- CreateIndex
CREATE INDEX "physio_link_practice_id_physio_id_idx" ON "physio_link"("practice_id", "physio_id");

-- CreateIndex
CREATE UNIQUE INDEX "physio_link_practice_id_id_key" ON "physio_link"("practice_id", "id");

-- CreateIndex
CREATE INDEX "credential_check_practice_id_physio_id_idx" ON "credential_check"("practice_id", "physio_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_check_practice_id_id_key" ON "credential_check"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "protocol_practice_id_id_key" ON "protocol"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "protocol_practice_id_slug_key" ON "protocol"("practice_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "protocol_version_practice_id_id_key" ON "protocol_version"("practice_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "protocol_version_practice_id_protocol_id_number_key" ON "protocol_version"("practice_id", "protocol_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "battery_run_practice_id_client_id_id_key" ON "battery_run"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "symptom_check_practice_id_client_id_id_key" ON "symptom_check"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "red_flag_acknowledgement_practice_id_client_id_id_key" ON "red_flag_acknowledgement"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_practice_id_client_id_id_key" ON "check_in"("practice_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "technique_review_practice_id_client_id_id_key" ON "technique_review"("practice_id", "client_id", "id");

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp" ADD CONSTRAINT "totp_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_practice_id_physio_id_fkey" FOREIGN KEY ("practice_id", "physio_id") REFERENCES "physio"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_step" ADD CONSTRAINT "request_step_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_step" ADD CONSTRAINT "request_step_practice_id_client_id_request_id_fkey" FOREIGN KEY ("practice_id", "client_id", "request_id") REFERENCES "request"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_client_id_request_id_fkey" FOREIGN KEY ("practice_id", "client_id", "request_id") REFERENCES "request"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_physio_id_fkey" FOREIGN KEY ("practice_id", "physio_id") REFERENCES "physio"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_practice_id_client_id_assessment_id_fkey" FOREIGN KEY ("practice_id", "client_id", "assessment_id") REFERENCES "assessment"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_practice_id_physio_id_fkey" FOREIGN KEY ("practice_id", "physio_id") REFERENCES "physio"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance_confirmation" ADD CONSTRAINT "clearance_confirmation_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance_confirmation" ADD CONSTRAINT "clearance_confirmation_practice_id_client_id_clearance_id_fkey" FOREIGN KEY ("practice_id", "client_id", "clearance_id") REFERENCES "clearance"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance_withdrawal" ADD CONSTRAINT "clearance_withdrawal_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance_withdrawal" ADD CONSTRAINT "clearance_withdrawal_practice_id_client_id_clearance_id_fkey" FOREIGN KEY ("practice_id", "client_id", "clearance_id") REFERENCES "clearance"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth" ADD CONSTRAINT "birth_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "life_event" ADD CONSTRAINT "life_event_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_practice_id_coach_id_fkey" FOREIGN KEY ("practice_id", "coach_id") REFERENCES "member"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_draft" ADD CONSTRAINT "intake_draft_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_status" ADD CONSTRAINT "client_status_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_practice_id_client_id_request_id_fkey" FOREIGN KEY ("practice_id", "client_id", "request_id") REFERENCES "request"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_chunk" ADD CONSTRAINT "document_chunk_practice_id_document_id_fkey" FOREIGN KEY ("practice_id", "document_id") REFERENCES "document"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_visit" ADD CONSTRAINT "step_visit_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_visit_closing" ADD CONSTRAINT "step_visit_closing_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_visit_closing" ADD CONSTRAINT "step_visit_closing_practice_id_client_id_visit_id_fkey" FOREIGN KEY ("practice_id", "client_id", "visit_id") REFERENCES "step_visit"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold_lift" ADD CONSTRAINT "hold_lift_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold_lift" ADD CONSTRAINT "hold_lift_practice_id_client_id_hold_id_fkey" FOREIGN KEY ("practice_id", "client_id", "hold_id") REFERENCES "hold"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_practice_id_protocol_version_id_fkey" FOREIGN KEY ("practice_id", "protocol_version_id") REFERENCES "protocol_version"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_practice_id_client_id_plan_id_fkey" FOREIGN KEY ("practice_id", "client_id", "plan_id") REFERENCES "plan"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_log" ADD CONSTRAINT "session_log_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_log" ADD CONSTRAINT "session_log_practice_id_client_id_plan_id_fkey" FOREIGN KEY ("practice_id", "client_id", "plan_id") REFERENCES "plan"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_practice_id_client_id_plan_id_fkey" FOREIGN KEY ("practice_id", "client_id", "plan_id") REFERENCES "plan"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_start" ADD CONSTRAINT "session_start_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_start" ADD CONSTRAINT "session_start_practice_id_client_id_plan_id_fkey" FOREIGN KEY ("practice_id", "client_id", "plan_id") REFERENCES "plan"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "physio" ADD CONSTRAINT "physio_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "physio_link" ADD CONSTRAINT "physio_link_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "physio_link" ADD CONSTRAINT "physio_link_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "physio_link" ADD CONSTRAINT "physio_link_practice_id_physio_id_fkey" FOREIGN KEY ("practice_id", "physio_id") REFERENCES "physio"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "physio_link" ADD CONSTRAINT "physio_link_practice_id_client_id_request_id_fkey" FOREIGN KEY ("practice_id", "client_id", "request_id") REFERENCES "request"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_check" ADD CONSTRAINT "credential_check_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_check" ADD CONSTRAINT "credential_check_practice_id_physio_id_fkey" FOREIGN KEY ("practice_id", "physio_id") REFERENCES "physio"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol" ADD CONSTRAINT "protocol_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_practice_id_protocol_id_fkey" FOREIGN KEY ("practice_id", "protocol_id") REFERENCES "protocol"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "battery_run" ADD CONSTRAINT "battery_run_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "symptom_check" ADD CONSTRAINT "symptom_check_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "red_flag_acknowledgement" ADD CONSTRAINT "red_flag_acknowledgement_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "red_flag_acknowledgement" ADD CONSTRAINT "red_flag_acknowledgement_practice_id_client_id_check_id_fkey" FOREIGN KEY ("practice_id", "client_id", "check_id") REFERENCES "symptom_check"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technique_review" ADD CONSTRAINT "technique_review_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


