-- What is append-only is so for everybody but the job that lets it end (docs/operations.md, What ends when).
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('goldenbridge.retention', true) = 'on' then
        return null;
    end if;
    raise exception 'what was done stays written: % is append-only', tg_table_name;
end $$;
create index audit_by_time on audit (at);
create index notice_by_time on notice (created_at);
create index overtaking_by_time on overtaking (at);
